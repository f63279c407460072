import Domain
import EAccounting
import Foundation
import RemoteAPI
import Testing

@testable import Sync

@Suite struct HourUnitsTests {
    private func units(_ json: String, named names: [String] = Settings.Import().hourUnits) throws -> HourUnits {
        HourUnits([try record(json)], named: names)
    }

    private func isHours(_ units: HourUnits, _ article: String = #"{"Id": "a", "UnitId": "u"}"#) throws -> Bool {
        units.contain(try record(article) as EAccountingClient.Article)
    }

    @Test(
        arguments: [
            ("Abbreviation", "tim", true), ("Abbreviation", "TIM", true), ("Abbreviation", " Tim ", true),
            ("AbbreviationEnglish", "hrs", true), ("Code", "H", true), ("Name", "Stunde", true),
            ("Abbreviation", "Tim.", false), ("Name", "Timmar jour", false), ("Code", "HUR", false),
            ("Abbreviation", "", false),
        ]
    )
    func `a unit is one of hours by any of its four names, in any case`(
        member: String,
        text: String,
        isHours: Bool
    ) throws {
        let units = try units(#"{"Id": "u", "\#(member)": "\#(text)"}"#)
        #expect(try self.isHours(units) == isHours)
        #expect(units.contain(unit: "u") == isHours)
    }

    @Test func `what the article says of its unit is enough`() throws {
        let units = try units(#"{"Id": "u", "Name": "Styck"}"#)
        #expect(try isHours(units, #"{"Id": "a", "UnitId": "gone", "UnitAbbreviation": "tim"}"#))
        #expect(try isHours(units, #"{"Id": "a", "UnitName": "UUR"}"#))
        #expect(try !isHours(units, #"{"Id": "a", "UnitId": "gone", "UnitName": null}"#))
    }

    @Test func `only what the settings name is an hour`() throws {
        let unit = #"{"Id": "u", "Name": "Timme", "Abbreviation": "tim"}"#
        #expect(try !isHours(units(unit, named: ["dag"])))
        #expect(try isHours(units(unit, named: ["TIMME"])))
        #expect(try !isHours(units(unit, named: [])))
    }
}
