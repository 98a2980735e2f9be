using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Assay.Answers;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Csv;
using Assay.Formats.Publications;

namespace Assay.Formats.Rows;

/// <summary>Writes the findings of an article as CSV, one line each: <c>docs/formats/rows.md</c>.</summary>
public static class FindingsCsv
{
    private const string Header = "id,quote,start,end,kind,stance,question,expects,time,verdict,answer_kind,answer_low,answer_high,answer_unit,answer,justification,weak,sources,source_urls";

    /// <summary>The findings.</summary>
    /// <param name="article">The article.</param>
    /// <param name="publication">Where it is published: adds the address of each claim and who signed it when. Null: it is not.</param>
    public static string Text(CheckedArticle article, Publication? publication = null)
    {
        ArgumentNullException.ThrowIfNull(article);
        var text = new StringBuilder(Header).Append(publication is null ? "" : ",address,signed_by,signed_on").Append('\n');
        foreach (var finding in article.Findings)
        {
            var cells = Cells(article.Evidence, finding);
            text.Line(publication is null ? cells : cells.Concat(Published(publication, finding)));
        }
        return text.ToString();
    }

    private static IEnumerable<string> Cells(EvidenceSnapshot evidence, Finding finding)
    {
        var (claim, sources) = (finding.Claim, finding.Rows.SelectMany(row => row.Sources).Distinct().ToList());
        var (kind, low, high, unit) = Figures(finding.Answer);
        return
        [
            CsvCells.Words(claim.Id), CsvCells.Words(claim.Quote), CsvCells.Number(claim.Span.Start), CsvCells.Number(claim.Span.End), Word(claim.Kind.ToString()), Word(claim.Stance.ToString()),
            CsvCells.Words(finding.Leading.Reading.Text), CsvCells.Words(claim.Expects.Words), claim.Time.Days?.ToString() ?? "", finding.Verdict.ToString(),
            kind, CsvCells.Number(low), CsvCells.Number(high), CsvCells.Words(unit), CsvCells.Words(finding.Answer.Text), CsvCells.Words(finding.Justification),
            CsvCells.List(finding.Weak.Select(id => id.ToString())), CsvCells.List(sources.Select(id => id.ToString())),
            CsvCells.Words(string.Join(' ', sources.Select(id => evidence.Source(id)?.Url ?? "").Where(url => url.Length > 0))),
        ];
    }

    private static IEnumerable<string> Published(Publication publication, Finding finding)
    {
        var signature = publication.SignatureOf(finding);
        return [publication.AddressOf(finding).AbsoluteUri, CsvCells.Words(signature?.Editor ?? ""), signature?.Day.ToString("O") ?? ""];
    }

    // Places are bounds too; one that is open at its end has no number there.
    private static (string Kind, decimal? Low, decimal? High, string Unit) Figures(Answer answer) => answer switch
    {
        Answer.Decided decided => (decided.IsTrue ? "true" : "false", null, null, ""),
        Answer.Interval interval => ("interval", interval.Value.Low, interval.Value.High, interval.Unit),
        Answer.Placed placed => ("rank", placed.Best, placed.Worst == int.MaxValue ? null : placed.Worst, "place"),
        Answer.Names => ("set", null, null, ""),
        Answer.Disputed => ("disputed", null, null, ""),
        Answer.Unknown => ("unknown", null, null, ""),
        _ => throw new UnreachableException($"No cells for {answer.GetType()}."),
    };

    private static string Word(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
