using System.Text.Json;
using Assay.Formats.FollowTheMoney;
using Xunit;

namespace Assay.Tests.FollowTheMoney;

/// <summary>The tables that come with the reader, held against the standard's own schema where it is at hand.</summary>
public sealed class FtmModelTests
{
    private static readonly FtmModel s_model = FtmModel.Embedded;

    [Theory]
    [InlineData("Company", nameof(FtmKind.Company))]
    [InlineData("PublicBody", nameof(FtmKind.Agency))]
    [InlineData("LegalEntity", nameof(FtmKind.Organization))]
    [InlineData("Vessel", nameof(FtmKind.Asset))]
    [InlineData("RealEstate", nameof(FtmKind.Asset))]
    [InlineData("License", nameof(FtmKind.Asset))]
    [InlineData("Address", nameof(FtmKind.None))]
    [InlineData("Sanction", nameof(FtmKind.None))]
    [InlineData("Trip", nameof(FtmKind.None))]
    public void A_descendant_is_taken_as_its_ancestor_is(string schema, string kind) => Assert.Equal(kind, s_model.Find(schema)!.Kind.ToString());

    [Fact]
    public void A_company_is_an_organization_and_an_asset()
    {
        var company = s_model.Find("Company")!;
        Assert.All((string[])["Company", "Organization", "LegalEntity", "Asset", "Thing"], name => Assert.True(company.Is(name), name));
        Assert.False(company.Is("Person"));
    }

    [Fact]
    public void Schemata_and_properties_are_those_of_the_standard()
    {
        Assert.SkipWhen(FtmRun.Samples is null, "The standard's schema lies beside the checkout, and is not there.");
        using var standard = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(FtmRun.Samples!, "defaultModel.json")));
        var schemata = standard.RootElement.GetProperty("schemata");
        Assert.Equal(schemata.EnumerateObject().Select(schema => schema.Name).Order(StringComparer.Ordinal), s_model.Schemata.Select(schema => schema.Name).Order(StringComparer.Ordinal));
        foreach (var schema in s_model.Schemata)
        {
            var its = schemata.GetProperty(schema.Name);
            foreach (var ancestor in its.GetProperty("schemata").EnumerateArray()) Assert.True(schema.Is(ancestor.GetString()!), $"{schema.Name} is {ancestor}");
            if (schema.From.Length == 0) continue;
            Assert.Equal((its.GetProperty("edge").GetProperty("source").GetString(), its.GetProperty("edge").GetProperty("target").GetString()), (schema.From, schema.To));
        }
        // "abbreviation" is of a later version than the schema at hand.
        foreach (var cells in FtmData.Rows("properties.csv").Where(cells => cells[1] != "abbreviation"))
            Assert.True(schemata.GetProperty(cells[0]).GetProperty("properties").TryGetProperty(cells[1], out _), $"{cells[0]} has {cells[1]}");
    }

    [Fact]
    public void Country_codes_are_those_of_the_standard()
    {
        Assert.SkipWhen(FtmRun.Samples is null, "The standard's schema lies beside the checkout, and is not there.");
        using var standard = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(FtmRun.Samples!, "defaultModel.json")));
        var codes = standard.RootElement.GetProperty("types").GetProperty("country").GetProperty("values").EnumerateObject().Select(code => code.Name).ToHashSet();
        Assert.All(FtmData.Rows("countries.csv").Where(cells => !cells[0].EndsWith('*')), cells => Assert.Contains(cells[0], codes));
        // Whatever is longer than two letters is told what it is, or is part of a state that is named.
        Assert.All(codes.Where(code => code.Length > 2), code => Assert.True(FtmCountries.StateOf(code) is not null || FtmData.Rows("countries.csv").Any(cells => cells[0] == code), code));
    }

    [Theory]
    [InlineData("kz", "kz")]
    [InlineData("GB", "gb")]
    [InlineData("suhh", "ussr")]
    [InlineData("gb-sct", "gb")]
    [InlineData("us-de", "us")]
    [InlineData("xk", "xk")]
    [InlineData("ge-ab", "abkhazia")]
    [InlineData("ua-cri", null)]
    [InlineData("eu", null)]
    [InlineData("zz", null)]
    [InlineData("Germany", null)]
    public void A_code_is_a_state_of_the_record_or_none(string code, string? state) => Assert.Equal(state, FtmCountries.StateOf(code));

    [Theory]
    [InlineData("ownership-of-shares-25-to-50-percent", "Shares >25 and <=50")]
    [InlineData("ownership-of-shares-50-to-75-percent-as-trust", "Interest other-influence-or-control")]
    [InlineData("voting-rights-75-to-100-percent-as-firm-limited-liability-partnership", "Interest other-influence-or-control")]
    [InlineData("ownership-of-shares-50-to-75-percent-limited-liability-partnership", "Shares >50 and <75")]
    [InlineData("ownership-of-shares-75-to-100-percent", "Shares >=75")]
    [InlineData("voting-rights-25-to-50-percent", "Votes >25 and <=50")]
    [InlineData("Ownership of shares – 75% or more", "Shares >=75")]
    [InlineData("Ownership of voting rights - More than 25% but not more than 50%", "Votes >25 and <=50")]
    [InlineData("right-to-appoint-and-remove-directors", "Interest appointment-of-board")]
    [InlineData("significant-influence-or-control-as-firm", "Interest other-influence-or-control")]
    [InlineData("Beneficial Owner", "Beneficial ")]
    [InlineData("конечный бенефициарный владелец", "Beneficial ")]
    [InlineData("Former director", "Ended ")]
    [InlineData("ex officio member", "Other ")]
    [InlineData("subsidiary of", "Other ")]
    [InlineData("Licence holder", "Operation licence-holder")]
    public void A_role_says(string text, string meaning)
    {
        var role = FtmRoles.Of(text);
        Assert.Equal(meaning, $"{role.Meaning} {role.Share?.ToString() ?? role.Word}");
    }

    [Theory]
    [InlineData("2012-06-30|2012-06-30", "2012-06-30")]
    [InlineData("2012|2012-06-30", "2012")]
    [InlineData("2012-06-30|2012-06-02", "2012-06")]
    [InlineData("2012-06-30|2012-07", "2012")]
    [InlineData("2021-02-16T21:48:52", "2021-02-16")]
    [InlineData("2012-06-30|2013-06-30", "apart")]
    [InlineData("0000", "bad 0000")]
    [InlineData("2021-02-30", "bad 2021-02-30")]
    [InlineData("9999-12-31", "9999-12-31")]
    public void Several_dates_are_the_least_precise_that_holds_them_all(string values, string date)
    {
        var dates = FtmDates.Of(values.Split('|'));
        Assert.Equal(date, dates.AreApart ? "apart" : dates.Bad is { } bad ? $"bad {bad}" : dates.Date.ToString());
    }
}
