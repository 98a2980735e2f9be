using Xunit;

namespace Assay.Tests.Bods;

/// <summary>Statements of 0.2 and 0.3 are upgraded, or refused with a reason.</summary>
public sealed class BodsOlderTests
{
    private const string E = "00000000-0000-0000-0000-0000000000e1", P = "00000000-0000-0000-0000-0000000000a1", R = "00000000-0000-0000-0000-0000000000b1", R2 = "00000000-0000-0000-0000-0000000000b2", R3 = "00000000-0000-0000-0000-0000000000b3";

    // What each real file has that 0.4 does not allow; the others are upgraded whole.
    private static readonly Dictionary<string, string> s_refused = new()
    {
        ["bad_statement_id_type.json"] = "bods-version",
        ["entity_address_wrong_type_1.json"] = "bods-enum",
        ["person_address_wrong_type_1.json"] = "bods-enum",
        ["iscomponent_true_but_has_component_statement_ids_1.json"] = "bods-const",
        ["entity_sub_type_does_not_align_1.json"] = "bods-enum",
        ["pep_details_but_incorrect_status_2.json"] = "bods-required",
        ["pep_details_missing_info_but_no_status_1.json"] = "bods-required",
        ["component_statement_ids_not_in_package_1.json"] = "bods-unknown-record",
        ["statement_is_component_but_is_not_used_1.json"] = "bods-component",
        ["statement_is_component_but_is_used_in_the_wrong_order_1.json"] = "bods-component",
    };

    public static IEnumerable<TheoryDataRow<string, string>> Files() => BodsSamples.AreThere
        ? new[] { "lib-cove-0.2", "lib-cove-0.3" }.SelectMany(folder => Directory.GetFiles(BodsSamples.PathOf("bods-old", folder), "*.json").Order(StringComparer.Ordinal).Select(file => new TheoryDataRow<string, string>(folder, Path.GetFileName(file))))
        : [new TheoryDataRow<string, string>("", "") { Skip = BodsSamples.Absent }];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_real_file_of_an_older_version_is_upgraded_or_refused_by_what_0_4_does_not_allow(string folder, string file)
    {
        var rows = BodsRowsOf.File("bods-old", folder, file);
        var codes = rows.Sink.Problems.Select(problem => problem.Code).Distinct().ToArray();
        if (s_refused.GetValueOrDefault(file, "") is { Length: > 0 } code) Assert.Contains(code, codes);
        else Assert.Empty(rows.Problems);
    }

    [Fact]
    public void A_real_file_of_0_2_gives_the_rows_that_it_would_give_in_0_4()
    {
        Assert.SkipUnless(BodsSamples.AreThere, BodsSamples.Absent);
        foreach (var folder in new[] { "lib-cove-0.2", "lib-cove-0.3" })
        {
            var rows = BodsRowsOf.File("bods-old", folder, "basic_1.json");
            Assert.Equal(["owner=bods-019a93f1-e470-42e9-957b-03559861b2e2 asset=bods-1dc0e987-5c57-4a1c-b3ad-61353b66a9b7 share_pct=100 interest=shares status=reported from=2016-04-06 seen=2017-11-18"], rows.Of("stakes"));
            Assert.Equal(["note=beneficial owner"], rows.Of("stakes", "note"));
            Assert.Equal(["kind=company name=CHRINON LTD identifiers=bods:1dc0e987-5c57-4a1c-b3ad-61353b66a9b7|gb-coh:07444723", "kind=person name=Christopher Taggart aliases=Chris Taggart country=gb identifiers=bods:019a93f1-e470-42e9-957b-03559861b2e2"],
                rows.Of("entities", "kind", "name", "aliases", "country", "identifiers"));
        }
    }

    [Fact]
    public void A_statement_that_replaces_another_goes_on_with_its_record()
    {
        var rows = BodsRowsOf.Text($"[{Entity},{Person},{Relationship(R, "50", "2018-01-01")},{Relationship(R2, "60", "2019-01-01", R)},{Relationship(R3, "70", "2020-01-01", R2)}]");
        Assert.Equal(["share_pct=50 to=2019-01-01 seen=2018-01-01", "share_pct=60 from=2019-01-01 to=2020-01-01", "share_pct=70 from=2020-01-01"], rows.Of("stakes", "share_pct", "from", "to", "seen"));
        Assert.Empty(rows.Problems);
    }

    [Fact]
    public void Statements_that_replace_each_other_in_a_circle_are_one_record_by_their_dates()
    {
        var rows = BodsRowsOf.Text($"[{Entity},{Person},{Relationship(R, "50", "2018-01-01", R2)},{Relationship(R2, "60", "2019-01-01", R)}]");
        Assert.Equal(["share_pct=50 to=2019-01-01", "share_pct=60 from=2019-01-01"], rows.Of("stakes", "share_pct", "from", "to"));
        Assert.Contains(rows.Problems, problem => problem.Contains("leads back to itself", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"minimum\":25,\"exclusiveMinimum\":true,\"maximum\":50,\"exclusiveMaximum\":false", "share_min=>25 share_max=50")]
    [InlineData("\"exact\":30,\"minimum\":30,\"maximum\":30", "share_pct=30")]
    public void A_share_of_an_older_version_is_one_of_0_4(string share, string cells) =>
        Assert.Equal([cells], BodsRowsOf.Text($"[{Entity},{Person},{Relationship(R, share, "2018-01-01")}]").Of("stakes", "share_pct", "share_min", "share_max"));

    [Theory]
    [InlineData("voting-rights", "", "votes")]
    [InlineData("beneficiary-of-trust", "beneficiary-of-legal-arrangement", "")]
    [InlineData("rightsToProfitOrIncome", "rights-to-profit-or-income", "")]
    public void An_interest_type_of_an_older_version_gets_its_new_name(string type, string interest, string stake)
    {
        var rows = BodsRowsOf.Text($"[{Entity},{Person},{Relationship(R, "30", "2018-01-01", type: type)}]");
        Assert.Equal(interest.Length > 0 ? [$"type={interest}"] : [], rows.Of("interests", "type"));
        Assert.Equal(stake.Length > 0 ? [$"interest={stake}"] : [], rows.Of("stakes", "interest"));
    }

    [Theory]
    [InlineData("\"bodsVersion\":\"0.1\"", "says that it is of 0.1")]
    [InlineData("\"bodsVersion\":\"0.4\"", "says that it is of 0.4")]
    public void Another_version_is_refused_with_what_it_is(string version, string why)
    {
        var rows = BodsRowsOf.Text($"[{Entity.Replace("\"name\"", $"\"publicationDetails\":{{\"publicationDate\":\"2018-01-01\",{version},\"publisher\":{{\"name\":\"X\"}}}},\"name\"", StringComparison.Ordinal)}]");
        Assert.Contains(why, Assert.Single(rows.Problems), StringComparison.Ordinal);
        Assert.Empty(rows.Rows);
    }

    private static readonly string Entity = $"{{\"statementID\":\"{E}\",\"statementType\":\"entityStatement\",\"statementDate\":\"2018-01-01\",\"isComponent\":false,\"entityType\":\"registeredEntity\",\"name\":\"E\"}}";

    private static readonly string Person = $"{{\"statementID\":\"{P}\",\"statementType\":\"personStatement\",\"statementDate\":\"2018-01-01\",\"isComponent\":false,\"personType\":\"knownPerson\",\"names\":[{{\"type\":\"individual\",\"fullName\":\"P\"}}]}}";

    private static string Relationship(string id, string share, string date, string replaces = "", string type = "shareholding") =>
        $"{{\"statementID\":\"{id}\",\"statementType\":\"ownershipOrControlStatement\",\"statementDate\":\"{date}\",\"isComponent\":false{(replaces.Length > 0 ? $",\"replacesStatements\":[\"{replaces}\"]" : "")},\"subject\":{{\"describedByEntityStatement\":\"{E}\"}},\"interestedParty\":{{\"describedByPersonStatement\":\"{P}\"}},\"interests\":[{{\"type\":\"{type}\",\"interestLevel\":\"direct\",\"share\":{{{(share.Contains('"', StringComparison.Ordinal) ? share : $"\"exact\":{share}")}}}}}]}}";
}
