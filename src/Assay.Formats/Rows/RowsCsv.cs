using System.Collections.Immutable;
using System.Text;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Csv;

namespace Assay.Formats.Rows;

/// <summary>
/// Writes rows of the record as CSV, with the status of each and all its sources: the rows that a finding or an article rests on, or those that speak of
/// an entity. <c>docs/formats/rows.md</c> sets out the columns.
/// </summary>
public static class RowsCsv
{
    private const string Header = "row,table,subject,subject_name,relation,object,object_name,low,high,unit,period,from,to,seen,text,status,note,place,sources,source_publishers,source_titles,source_dates,source_urls";

    /// <summary>The rows that the proof of a finding cites, in its order.</summary>
    public static string OfFinding(CheckedArticle article, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(finding);
        return Text(article.Evidence, finding.Rows, claims: null);
    }

    /// <summary>The rows that the proofs of all findings of an article cite, each once, and which claims each bears on.</summary>
    public static string OfArticle(CheckedArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var claims = new Dictionary<StatementId, List<string>>();
        var rows = ImmutableArray.CreateBuilder<Statement>();
        foreach (var finding in article.Findings)
        {
            foreach (var row in finding.Rows)
            {
                if (claims.TryGetValue(row.Id, out var others)) others.Add(finding.Claim.Id);
                else
                {
                    claims.Add(row.Id, [finding.Claim.Id]);
                    rows.Add(row);
                }
            }
        }
        return Text(article.Evidence, rows, claims);
    }

    /// <summary>The rows that speak of an entity, in the order of the record; none but the header where the record does not know it.</summary>
    public static string OfEntity(EvidenceSnapshot evidence, EntityId entity)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return Text(evidence, evidence.WithStored<Statement>([.. evidence.Held.Where(row => RowColumns.Of(row).Names(entity))], RowKey.Naming, entity.ToString()).Where(row => RowColumns.Of(row).Names(entity)), claims: null);
    }

    private static string Text(EvidenceSnapshot evidence, IEnumerable<Statement> rows, Dictionary<StatementId, List<string>>? claims)
    {
        var text = new StringBuilder(claims is null ? Header : "claims," + Header).Append('\n');
        foreach (var row in rows)
        {
            var cells = Cells(evidence, row);
            text.Line(claims is null ? cells : cells.Prepend(CsvCells.List(claims[row.Id])));
        }
        return text.ToString();
    }

    private static IEnumerable<string> Cells(EvidenceSnapshot evidence, Statement row)
    {
        var columns = RowColumns.Of(row);
        var sources = row.Sources.Select(id => (Id: id.ToString(), Source: evidence.Source(id))).ToList();
        return
        [
            CsvCells.Words(row.Id.ToString()), CsvCells.Words(TableOf(row)),
            CsvCells.List(columns.Subjects.Select(id => id.ToString())), CsvCells.List(columns.Subjects.Select(evidence.NameOf)), CsvCells.Words(columns.Relation),
            CsvCells.List(columns.Objects.Select(id => id.ToString())), CsvCells.List(columns.Objects.Select(evidence.NameOf)),
            CsvCells.Number(columns.Amount?.Low), CsvCells.Number(columns.Amount?.High), CsvCells.Words(columns.Unit), columns.Period,
            Date(columns.From), Date(columns.To), Date(columns.Seen), CsvCells.Words(columns.Text),
            row.Status.ToString().ToLowerInvariant(), CsvCells.Words(row.Note), CsvCells.Words(row.Place.ToString()),
            CsvCells.List(sources.Select(pair => pair.Id)), CsvCells.List(sources.Select(pair => pair.Source?.Publisher ?? "")), CsvCells.List(sources.Select(pair => pair.Source?.Title ?? "")),
            CsvCells.List(sources.Select(pair => Date(pair.Source?.Date))), CsvCells.Words(string.Join(' ', sources.Select(pair => pair.Source?.Url ?? "").Where(url => url.Length > 0))),
        ];
    }

    // Of an imported row the file is another than the table's.
    private static string TableOf(Statement row) => row.Id.ToString().Split('/')[0];

    private static string Date(PartialDate? date) => date?.ToString() ?? "";
}
