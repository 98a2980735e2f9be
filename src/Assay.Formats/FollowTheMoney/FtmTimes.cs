using Assay.Evidence;
using Assay.Formats.Imports;

namespace Assay.Formats.FollowTheMoney;

/// <summary>When a link held, as the cells <c>from</c>, <c>to</c> and <c>seen</c> of the record. Where the data is not sure, neither is what the cells say.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The first day on which it is no longer so.</param>
/// <param name="Seen">The date that the source speaks of, where the first day is not known.</param>
internal readonly record struct FtmTimes(string From, string To, string Seen)
{
    /// <summary>Held at no day that is certain.</summary>
    private static FtmTimes Never { get; } = new("", "", "");

    /// <summary>Reads a link's dates.</summary>
    /// <param name="record">The link.</param>
    /// <param name="isEnded">Whether its words say that it is no longer so.</param>
    /// <param name="sink">Told of what is no date.</param>
    /// <param name="note">What the cells do not hold.</param>
    public static FtmTimes Of(FtmRecord record, bool isEnded, ImportSink sink, FtmNote note)
    {
        var (start, end) = (Read(record, FtmUse.Start, sink, note), Read(record, FtmUse.End, sink, note));
        var seen = Read(record, FtmUse.Date, sink, note).Latest ?? Read(record, FtmUse.Retrieved, sink, note).Latest;
        if (seen is null && FtmDates.TryRead(record.Told, out var told)) seen = told;
        // Ended, nobody says when; or on one of days years apart: then no day is certain but those after.
        if (end.Bad is not null && end.Earliest is null) return Never;
        if (end.AreApart) return new FtmTimes("", end.Latest.ToString()!, "");
        if (isEnded && end.Date is null) return new FtmTimes("", seen?.ToString() ?? "", "");
        if (start.AreApart) (start, seen) = (default, start.Latest);
        if (start.Date is { } from && end.Date is { } to && to.Last < from.First)
        {
            sink.Report(record.Line, "from-after-to", $"startDate {from} after endDate {to}", "a link that begins before it ends", "correct the dates; the link is taken without them");
            note.Add("startDate", [from.ToString()]);
            note.Add("endDate", [to.ToString()]);
            return Never;
        }
        // A date of today's data tells nothing of what had ended by then.
        if (start.Date is not null || (seen is { } day && end.Date is { } ended && day.Last >= ended.First)) seen = null;
        return new FtmTimes(start.Date?.ToString() ?? "", end.Date?.ToString() ?? "", seen?.ToString() ?? "");
    }

    private static FtmDates Read(FtmRecord record, FtmUse use, ImportSink sink, FtmNote note)
    {
        if (!record.Has(use)) return default;
        var values = record.Of(use);
        var dates = FtmDates.Of(values);
        var name = use switch
        {
            FtmUse.Start => "startDate",
            FtmUse.End => "endDate",
            FtmUse.Date => "date",
            _ => "retrievedAt",
        };
        if (dates.Bad is { } bad) sink.Report(record.Line, "bad-date", $"{name} '{Cut(bad)}'", "YYYY, YYYY-MM or YYYY-MM-DD", "correct it; the link is taken as if that date were not known");
        if (dates.Bad is not null || (dates.Earliest != dates.Latest && use is FtmUse.Start or FtmUse.End)) note.Add(name, values);
        return dates;
    }

    private static string Cut(string text) => text.Length <= 60 ? text : text[..60];
}
