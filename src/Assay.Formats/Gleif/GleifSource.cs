using System.Text.RegularExpressions;
using Assay.Formats.Imports;

namespace Assay.Formats.Gleif;

/// <summary>Where the rows of a file come from, and the day that it speaks of.</summary>
internal sealed partial class GleifSource
{
    private GleifSource(string id, string day) => (Id, Day) = (id, day);

    /// <summary>The id of the source.</summary>
    public string Id { get; }

    /// <summary>The day that the file speaks of; empty where nothing tells it.</summary>
    public string Day { get; }

    /// <summary>
    /// The source of a CSV file, which says nothing of itself: the source that stands for the file. The day is in the name that the register gives its files,
    /// as <c>20230605-0800-gleif-goldencopy-rr-golden-copy.csv</c>, else the one that the user gives.
    /// </summary>
    public static GleifSource OfName(ImportFile file, ImportSink sink) => new(sink.FileSource, DayOf(file, sink));

    /// <summary>The source of an XML file, by its header: a row of its own.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sink">Takes the row.</param>
    /// <param name="format">What it is, as <c>LEI-CDF</c>.</param>
    /// <param name="contentDate">As of when its content is valid; empty where the header does not say.</param>
    /// <param name="content">What it holds, in the standard's word, as <c>GLEIF_FULL_PUBLISHED</c>.</param>
    public static GleifSource OfHeader(ImportFile file, ImportSink sink, string format, string contentDate, string content)
    {
        var day = GleifDay.FirstOf(contentDate);
        if (day.Length == 0) return OfName(file, sink);
        var id = $"{sink.FileSource}-header";
        var title = $"[{format} file of the Global LEI System, {(content.Length > 0 ? content + ", " : "")}content of {contentDate}]";
        return sink.Add(1, "sources", ("id", id), ("publisher", "Global Legal Entity Identifier Foundation (GLEIF)"), ("title", title), ("date", day),
            ("url", "https://www.gleif.org/en/lei-data/gleif-golden-copy"), ("kind", "primary")) ? new GleifSource(id, day) : OfName(file, sink);
    }

    private static string DayOf(ImportFile file, ImportSink sink)
    {
        if (NamedDay().Match(file.Name) is { Success: true, Groups: var parts })
            if (GleifDay.FirstOf($"{parts[1]}-{parts[2]}-{parts[3]}") is { Length: > 0 } day) return day;
        return sink.At?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }

    [GeneratedRegex(@"(\d{4})(\d\d)(\d\d)-\d{4}-gleif-", RegexOptions.RightToLeft, 1000)]
    private static partial Regex NamedDay();
}
