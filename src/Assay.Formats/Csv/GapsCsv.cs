using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Assay.Findings.Changes;

namespace Assay.Formats.Csv;

/// <summary>Writes ranked gaps as CSV (RFC 4180, lines ended by <c>\n</c>), a row for each.</summary>
public static class GapsCsv
{
    private const string Header = "surely,could,with_others,untried,table,subject,object,indicator,period,row,text,claims";

    /// <summary>The gaps as CSV with a header.</summary>
    public static string Write(ImmutableArray<Gap> gaps)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var gap in gaps) text.Line(Cells(gap).Select(CsvCells.Words));
        return text.ToString();
    }

    private static IEnumerable<string> Cells(Gap gap) =>
    [
        Number(gap.Count(Decides.Surely)), Number(gap.Count(Decides.Could)), Number(gap.Count(Decides.WithOthers)), Number(gap.Count(Decides.Untried)),
        gap.Row.Table, gap.Row.Subject?.ToString() ?? "", gap.Row.Object?.ToString() ?? "", gap.Row.Indicator, gap.Row.Period, gap.Row.Row?.ToString() ?? "", gap.Row.Text,
        string.Join('|', gap.Claims.Select(claim => $"{claim.Article}#{claim.Claim}")),
    ];

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
