using Assay.Evidence;
using CsCheck;
using Xunit;

namespace Assay.Tests.Packs;

public sealed class TimeTests
{
    private static readonly Gen<PartialDate> s_date =
        from year in Gen.Int[1, 9999]
        from month in Gen.Int[0, 12]
        from day in Gen.Int[0, 28]
        select month == 0 ? new PartialDate(year) : day == 0 ? new PartialDate(year, month) : new PartialDate(year, month, day);

    private static readonly Gen<string> s_period = Gen.OneOf(
        s_date.Select(d => d.ToString()),
        Gen.Select(Gen.Int[1, 9999], Gen.Int[1, 4], (y, q) => $"{y:0000}-Q{q}"),
        Gen.Select(Gen.Int[1, 9999], Gen.Int[1, 2], (y, h) => $"{y:0000}-H{h}"),
        Gen.Select(Gen.Int[1, 9999], Gen.Int[1, 12], (y, m) => $"{y:0000}-{m}M"));

    [Fact]
    public void A_date_reads_back_as_it_was_written() => s_date.Sample(d => PartialDate.Parse(d.ToString()) == d);

    [Fact]
    public void A_period_reads_back_as_it_was_written() => s_period.Sample(t => Period.TryParse(t, out var p) && p.ToString() == t);

    [Fact]
    public void A_date_is_a_period_of_the_same_days() =>
        s_date.Sample(d => Period.TryParse(d.ToString(), out var p) && p.Days == d.Days);

    [Fact]
    public void The_first_months_of_a_year_hold_its_earlier_quarters() => Gen.Int[1, 4].Sample(q =>
        Period.TryParse($"2024-{q * 3}M", out var months) && Period.TryParse($"2024-Q{q}", out var quarter)
        && months.Days.Contains(quarter.Days) && months.Days.Last == quarter.Days.Last);

    [Theory]
    [InlineData("2024-13")]
    [InlineData("2024-02-30")]
    [InlineData("2022-20")]
    [InlineData("24")]
    [InlineData("2024-1-1")]
    [InlineData("2024/01/01")]
    [InlineData("0000")]
    public void What_is_no_day_is_no_date(string text) => Assert.False(PartialDate.TryParse(text, out _));

    [Theory]
    [InlineData("2024-Q5")]
    [InlineData("2024-H0")]
    [InlineData("2024-13M")]
    [InlineData("2024-0M")]
    [InlineData("2024-M")]
    [InlineData("2024-q1")]
    [InlineData("")]
    public void What_is_no_span_is_no_period(string text) => Assert.False(Period.TryParse(text, out _));

    [Theory]
    // from 2008-10-31 to 2013
    [InlineData("2008-10-31", "2013", null, "2008-10-30", Truth.False)]
    [InlineData("2008-10-31", "2013", null, "2008-10-31", Truth.True)]
    [InlineData("2008-10-31", "2013", null, "2012-12-31", Truth.True)]
    [InlineData("2008-10-31", "2013", null, "2013-01-01", Truth.Unknown)]
    [InlineData("2008-10-31", "2013", null, "2013-12-31", Truth.False)]
    [InlineData("2008-10-31", "2013", null, "2014", Truth.False)]
    // a day of handing over is the last day that is not
    [InlineData("2001", "2010-05-01", null, "2010-04-30", Truth.True)]
    [InlineData("2001", "2010-05-01", null, "2010-05-01", Truth.False)]
    // the edge that is only a year or a month is unknown inside it
    [InlineData("2001", null, null, "2000-12-31", Truth.False)]
    [InlineData("2001", null, null, "2001-06-01", Truth.Unknown)]
    [InlineData("2001", null, null, "2001-12-31", Truth.True)]
    // a question about a year is true only if it held all through
    [InlineData("2001-03", null, null, "2001", Truth.Unknown)]
    [InlineData("2001-03", null, null, "2002", Truth.True)]
    // without a beginning it is certain from the day it was seen
    [InlineData(null, null, "2012", "2011", Truth.Unknown)]
    [InlineData(null, null, "2012", "2013", Truth.True)]
    [InlineData(null, "2014", "2012", "2014-12-31", Truth.False)]
    [InlineData(null, null, null, "2024", Truth.Unknown)]
    public void Whether_it_held_is_true_false_or_unknown_at_the_edges(string? from, string? to, string? seen, string on, Truth expected)
    {
        var validity = new Validity(Date(from), Date(to), Date(seen));
        Assert.Equal(expected, validity.HoldsOn(PartialDate.Parse(on).Days));
    }

    [Theory]
    [InlineData(null, "2012", Truth.True)]
    [InlineData(null, "2014-06-01", Truth.True)]
    [InlineData(null, "2014-06-02", Truth.Unknown)]
    [InlineData(null, "2014", Truth.Unknown)]
    [InlineData("2016", "2015", Truth.Unknown)]
    [InlineData("2016", "2017", Truth.False)]
    public void What_nobody_confirmed_after_a_day_may_have_ended_then(string? to, string on, Truth expected) =>
        Assert.Equal(expected, new Validity(Date("2001"), Date(to), null, Date("2014-06-01")).HoldsOn(PartialDate.Parse(on).Days));

    [Fact]
    public void What_held_over_days_held_on_each_of_them() => Gen.Select(s_date.Nullable(), s_date.Nullable(), s_date, s_date).Sample((from, to, seen, asked) =>
    {
        var validity = new Validity(from, to, seen);
        return validity.HoldsOn(asked.Days) != Truth.True
            || (validity.HoldsOn(DayRange.On(asked.First)) == Truth.True && validity.HoldsOn(DayRange.On(asked.Last)) == Truth.True);
    });

    private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);
}
