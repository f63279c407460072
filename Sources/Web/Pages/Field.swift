/// A labelled control with its hint and, next to it, what is wrong with it.
struct Field {
    var name: String
    var label: String
    var hint: String?
    var fault: String?
    var isDisabled = false
    /// The attributes that the control has besides its name, such as its type and value.
    var attributes: HTML = .none

    /// What other parts of the page call the control.
    static func id(of name: String) -> String { "field-" + name.map { $0 == "." ? "-" : String($0) }.joined() }
    /// What other parts of the page call its hint.
    static func hintID(of name: String) -> String { id(of: name) + "-hint" }

    private var id: String { Self.id(of: name) }
    private var disabled: HTML { .attribute("disabled", if: isDisabled) }

    private var describedBy: HTML {
        let ids = [hint.map { _ in Self.hintID(of: name) }, fault.map { _ in "\(id)-fault" }].compactMap { $0 }
        let invalid: HTML = fault == nil ? .none : #" aria-invalid="true""#
        return ids.isEmpty ? .none : #" aria-describedby="\#(ids.joined(separator: " "))"\#(invalid)"#
    }

    private var notes: HTML {
        let hint: HTML = hint.map { #"<span class="hint" id="\#(Self.hintID(of: name))">\#($0)</span>"# } ?? .none
        let fault: HTML = fault.map { #"<span class="fault" id="\#(id)-fault">\#($0)</span>"# } ?? .none
        return "\(hint)\(fault)"
    }

    /// A line of input below its label.
    var html: HTML { line(as: name) }

    /// A line of input below its label; the form calls it something else than the page does.
    func line(as name: String) -> HTML {
        below(#"<input id="\#(id)" name="\#(name)"\#(attributes)\#(disabled)\#(describedBy)>"#)
    }

    /// Several lines of input below their label.
    func area(_ text: String) -> HTML {
        // Browsers drop a line break at the start.
        below(
            """
            <textarea id="\(id)" name="\(name)" rows="3"\(attributes)\(disabled)\(describedBy)>
            \(text)</textarea>
            """
        )
    }

    /// A choice below its label.
    ///
    /// `formName` is what the form calls it, where that is something else than in the page.
    func select(
        _ options: [(value: String, name: String)],
        chosen: String,
        as formName: String? = nil
    ) -> HTML {
        let options = options.map { option -> HTML in
            let selected = HTML.attribute("selected", if: option.value == chosen)
            return #"<option value="\#(option.value)"\#(selected)>\#(option.name)</option>"#
        }
        return below(
            #"<select id="\#(id)" name="\#(formName ?? name)"\#(attributes)\#(disabled)\#(describedBy)>\#(options)</select>"#
        )
    }

    /// A few options that are all in sight, to tick or to choose one of.
    func options(_ options: [Option], chosen: [String], isOneOnly: Bool) -> HTML {
        let controls = options.map { option -> HTML in
            let state: HTML = """
                \(HTML.attribute("checked", if: chosen.contains(option.value)))\(attributes)\
                \(HTML.attribute("disabled", if: isDisabled || option.isDisabled))\(describedBy)
                """
            return """
                <label><input type="\(isOneOnly ? "radio" : "checkbox")" name="\(name)" value="\(option.value)"\(state)> \
                \(option.name)</label>

                """
        }
        // Tells that none is ticked from a field that is switched off, or not in the form at all.
        let none: HTML =
            isOneOnly ? .none : #"<input type="hidden" name="\#(name)" value=""\#(attributes)\#(disabled)>\#n"#
        return """
            <fieldset class="field choice" id="\(id)">
            <legend>\(label)</legend>
            \(none)<div class="boxes">
            \(controls)</div>
            \(notes)
            </fieldset>
            """
    }

    struct Option {
        var value: String
        var name: String
        var isDisabled = false
    }

    private func below(_ control: HTML) -> HTML {
        """
        <div class="field">
        <label for="\(id)">\(label)</label>
        \(control)
        \(notes)
        </div>
        """
    }

    /// A box to tick, before its label.
    ///
    /// The hidden field tells a box that is not ticked from one that is switched off, or not in the form at all.
    func box(isTicked: Bool) -> HTML {
        """
        <div class="field box">
        <input type="hidden" name="\(name)" value=""\(attributes)\(disabled)>
        <input type="checkbox" id="\(id)" name="\(name)"\(HTML.attribute("checked", if: isTicked))\(attributes)\(disabled)\(describedBy)>
        <label for="\(id)">\(label)</label>
        \(notes)
        </div>
        """
    }
}

extension HTML {
    /// Settings that belong together, beside what they are called.
    static func group(_ name: String, isDisabled: Bool = false, _ content: HTML) -> HTML {
        """
        <fieldset class="group"\(attribute("disabled", if: isDisabled))>
        <legend>\(name)</legend>
        <div class="fields">
        \(content)
        </div>
        </fieldset>
        """
    }
}
