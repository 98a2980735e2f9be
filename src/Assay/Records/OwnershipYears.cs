using System.Collections.Immutable;
using Assay.Answers;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Records;

/// <summary>Ownership through time, for a picture: the slices of each year of which the record tells, up to the days asked about.</summary>
internal static class OwnershipYears
{
    private const int MostTimes = 10;

    /// <summary>A country's output by nationality, one column a year that is divided into parts.</summary>
    public static RecordPicture.SharesOverTime? OfOutput(RecordDesk desk, Target.Output output)
    {
        var years = desk.Evidence.Parts(output.Whole, output.Indicator).Select(row => row.Period)
            .Where(period => period.IsYear && period.Days.Last <= desk.When.Last).Distinct().OrderBy(period => period.Days.First).TakeLast(MostTimes);
        return Picture(years.Select(period => Column(desk.On(period.Days), output, period.ToString())));
    }

    /// <summary>An asset by nationality, one column a year in which a stake began or ended, as of its last day.</summary>
    public static RecordPicture.SharesOverTime? OfAsset(RecordDesk desk, EntityId asset)
    {
        var owned = DirectOwners.Of(desk, asset).Licence?.Operator ?? asset;
        var days = desk.Evidence.StakesIn(owned).Where(StakeRows.IsOwned)
            .SelectMany(row => new[] { row.Validity.From, row.Validity.To, row.Validity.From is null ? row.Validity.Seen : null }).OfType<PartialDate>()
            .Select(date => new PartialDate(date.Year).Last).Where(day => day < desk.When.First).Append(desk.When.Last)
            .Distinct().Order().TakeLast(MostTimes);
        return Picture(days.Select(day => Column(desk.On(day == desk.When.Last ? desk.When : DayRange.On(day)), new Target.Asset(asset),
            day is { Month: 12, Day: 31 } ? new PartialDate(day.Year).ToString() : desk.When.ToString())));
    }

    private static SharesAt? Column(RecordDesk desk, Target target, string label)
    {
        var proof = OwnersByState.Prove(desk, target, OwnersByState.Whole(target));
        return OwnersByState.IsKnown(proof) ? new SharesAt(label, Slices.Of(desk.Inquiry, proof)) : null;
    }

    private static RecordPicture.SharesOverTime? Picture(IEnumerable<SharesAt?> columns)
    {
        ImmutableArray<SharesAt> times = [.. columns.OfType<SharesAt>()];
        return times.Length > 0 ? new RecordPicture.SharesOverTime(times) : null;
    }
}
