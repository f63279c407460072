/// A labelled input with its hint and, next to it, what is wrong with it.
struct Field {
    var name: String
    var label: String
    var hint: String?
    var fault: String?
    /// The attributes that the input has besides its name, such as its type and value.
    var attributes: HTML

    private var id: String { "field-" + name.map { $0 == "." ? "-" : String($0) }.joined() }

    private var describedBy: HTML {
        let ids = [hint.map { _ in "\(id)-hint" }, fault.map { _ in "\(id)-fault" }].compactMap { $0 }
        let invalid: HTML = fault == nil ? .none : #" aria-invalid="true""#
        return ids.isEmpty ? .none : #" aria-describedby="\#(ids.joined(separator: " "))"\#(invalid)"#
    }

    private var notes: HTML {
        let hint: HTML = hint.map { #"<span class="hint" id="\#(id)-hint">\#($0)</span>"# } ?? .none
        let fault: HTML = fault.map { #"<span class="fault" id="\#(id)-fault">\#($0)</span>"# } ?? .none
        return "\(hint)\(fault)"
    }

    /// The label above its input.
    var html: HTML {
        """
        <div class="field">
        <label for="\(id)">\(label)</label>
        <input id="\(id)" name="\(name)"\(attributes)\(describedBy)>
        \(notes)
        </div>
        """
    }

    /// A box to tick, before its label.
    func box(isTicked: Bool) -> HTML {
        """
        <div class="field box">
        <input type="checkbox" id="\(id)" name="\(name)"\(HTML.attribute("checked", if: isTicked))\(attributes)\(describedBy)>
        <label for="\(id)">\(label)</label>
        \(notes)
        </div>
        """
    }
}
