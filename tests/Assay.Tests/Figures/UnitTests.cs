using Assay.Formats.Rules;
using Assay.Questions;
using Xunit;

namespace Assay.Tests.Figures;

/// <summary>The units that come with the program turn into each other as they are stated to.</summary>
public sealed class UnitTests
{
    private static readonly UnitTable Units = RuleFiles.Default.Units;

    [Theory]
    [InlineData("Mt", "t", "", "1000000", "1000000")]
    [InlineData("kt", "Mt", "", "0.001", "0.001")]
    [InlineData("tU", "t", "uranium", "1", "1")]
    [InlineData("bbl", "t", "crude-oil", "0.1205", "0.1493")]
    [InlineData("Mbbl", "Mt", "crude-oil", "0.1205", "0.1493")]
    [InlineData("bcm", "mcm", "", "1000", "1000")]
    [InlineData("USD bn", "USD", "", "1000000000", "1000000000")]
    public void One_unit_is_so_many_of_another(string from, string to, string goods, string low, string high)
    {
        var way = Assert.Single(Units.To(to, goods), way => way.From == from);
        Assert.Equal((decimal.Parse(low, System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(high, System.Globalization.CultureInfo.InvariantCulture)), (way.Low, way.High));
    }

    [Fact]
    public void A_barrel_of_one_thing_says_nothing_of_tonnes_of_another() =>
        Assert.DoesNotContain(Units.To("t", "uranium"), way => way.From == "bbl");

    [Fact]
    public void There_and_back_holds_what_it_began_with()
    {
        foreach (var (one, other, goods) in (ReadOnlySpan<(string, string, string)>)[("bbl", "t", "crude-oil"), ("lb", "tU", "uranium"), ("t U3O8", "tU", "uranium")])
        {
            var there = Units.To(other, goods).Single(way => way.From == one);
            var back = Units.To(one, goods).Single(way => way.From == other);
            Assert.InRange(1m, there.Low * back.Low - 0.000001m, there.High * back.High + 0.000001m);
        }
    }

    [Fact]
    public void A_daily_rate_becomes_an_amount_by_the_days_of_its_period() =>
        Assert.Equal((1, -1, 0), (Days("bbl/d", "bbl"), Days("bbl", "bbl/d"), Days("bbl", "Mbbl")));

    private static int Days(string from, string to) => Units.To(to, "").Single(way => way.From == from).Days;
}
