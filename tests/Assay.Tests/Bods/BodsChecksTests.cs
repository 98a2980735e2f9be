using Xunit;

namespace Assay.Tests.Bods;

/// <summary>What the standard asks beyond its schema, by files whose names say whether they pass.</summary>
public sealed class BodsChecksTests
{
    // By what each file's name begins with; the problem that an invalid one must give.
    private static readonly (string Name, string Code)[] s_codes =
    [
        ("annotiation_statement_pointer_target", "bods-pointer"),
        ("interested_party_person_with_beneficial_ownership_or_control", "bods-beneficial-owner"),
        ("relationship_interest_for_trusts", "bods-trust"),
        ("relationship_interest_nominee_or_nominator", "bods-nominee"),
        ("retrievedat_not_future_date", "bods-future"),
        ("statement_annotation_creation_date_future_date", "bods-future"),
        ("statement_date_not_future_date", "bods-future"),
        ("statement_declaration_subject", "bods-declaration-subject"),
        ("statement_duplicate_statement_id", "bods-duplicate-id"),
        ("statement_entity_foundation_dissolution_dates", "bods-date-order"),
        ("statement_entity_identifier_scheme_known", "bods-scheme"),
        ("statement_entity_is_component", "bods-component"),
        ("statement_entity_securities_listings_haspubliclisting_not_false", "bods-listing"),
        ("statement_must_have_unique_statement_identifier", "bods-duplicate-id"),
        ("statement_person_birth_date_sensible", "bods-future|bods-birth-date"),
        ("statement_person_sensible_birth_date", "bods-future|bods-birth-date"),
        ("statement_person_date_of_death_sane", "bods-future|bods-birth-date|bods-date-order"),
        ("statement_person_identifiers_correct_scheme", "bods-scheme"),
        ("statement_person_identifiers_have_correct_scheme", "bods-scheme"),
        ("statement_person_is_component", "bods-component"),
        ("statement_publication_date_future_date", "bods-future"),
        ("statement_relationship_component_records_are_record_ids", "bods-unknown-record"),
        ("statement_relationship_interested_party_entity_or_person", "bods-unknown-record|bods-party"),
        ("statement_relationship_interests_share_values", "bods-share"),
        ("statement_relationship_interests_start_end_dates", "bods-date-order"),
        ("statement_relationship_is_component", "bods-component"),
        ("statement_relationship_subject_refers_to_entity_statement", "bods-subject|bods-unknown-record"),
        ("statement_serialisation", "bods-order|bods-unknown-record"),
        ("statement_series", "bods-series"),
    ];

    public static IEnumerable<TheoryDataRow<string>> Files() => BodsSamples.Files("bods-0.4", "lib-cove", "additional-checks");

    [Theory]
    [MemberData(nameof(Files))]
    public void An_additional_check_gives_the_result_that_the_name_of_its_file_says(string file)
    {
        var codes = s_codes.Single(pair => file.StartsWith($"{pair.Name}-", StringComparison.Ordinal)).Code.Split('|');
        var problems = BodsSamples.Check(BodsSamples.PathOf("bods-0.4", "lib-cove", "additional-checks", file));
        var found = problems.Where(problem => codes.Contains(problem.Code)).ToArray();
        if (file.Contains("-invalid-", StringComparison.Ordinal)) Assert.NotEmpty(found);
        else Assert.Empty(found);
    }

    [Fact]
    public void A_file_that_passes_one_check_passes_all_of_them_but_for_what_it_leaves_out()
    {
        Assert.SkipUnless(BodsSamples.AreThere, BodsSamples.Absent);
        // These files hold only what their own check looks at.
        string[] leftOut = ["bods-declaration-subject", "bods-unknown-record"];
        var others = Files().Select(row => row.Data).Where(file => file.Contains("-valid-", StringComparison.Ordinal))
            .SelectMany(file => BodsSamples.Check(BodsSamples.PathOf("bods-0.4", "lib-cove", "additional-checks", file)))
            .Where(problem => !leftOut.Contains(problem.Code));
        Assert.Empty(others.Select(problem => problem.ToString()));
    }

    [Fact]
    public void A_series_is_judged_by_its_dates_and_not_by_its_place_in_the_file()
    {
        var (first, second) = (BodsText.Entity("a", date: "2020-01-01", status: "new"), BodsText.Entity("a", date: "2021-01-01", status: "updated"));
        Assert.Empty(BodsSamples.CheckText($"[{second},{first}]"));
        Assert.Contains(BodsSamples.CheckText($"[{BodsText.Entity("a", date: "2020-01-01", status: "closed")},{second}]"), problem => problem.Code == "bods-series");
    }
}
