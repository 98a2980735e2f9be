using System.Text;
using Assay.Evidence;
using Assay.Findings;
using Assay.Publishing.Terminal;
using Assay.Publishing.Wording;

namespace Assay.Web.Mcp;

/// <summary>A checked text for a model: one claim after the other, and the sources at the end.</summary>
internal static class FindingsText
{
    private const int MostFindings = 60;
    private const int MostQuote = 300;
    private const int MostProof = 20_000;

    public static string Of(CheckedArticle result)
    {
        var text = new StringBuilder().Append($"{(result.Findings.Length == 1 ? "1 claim" : $"{result.Findings.Length} claims")}{Now(result)}.\n");
        if (result.Article.Language == "und") text.Append("Its language is not one that the rules know, so nothing was checked; if it is, give language.\n");
        else if (result.Findings.IsEmpty) text.Append("The record is silent on it: it claims nothing that the record could bear on.\n");
        var sources = new List<SourceId>();
        foreach (var finding in result.Findings.Take(MostFindings)) Append(text, finding, sources);
        if (result.Findings.Length > MostFindings) text.Append($"… and {result.Findings.Length - MostFindings} more claims, in the structured content\n");
        foreach (var passage in result.NotCheckable.Take(MostFindings)) text.Append($"\n{passage.Id} “{Short(passage.Quote)}”\n   not checkable: {passage.Why}\n");
        text.Append("\nThese verdicts are a machine's. What the record does not say is unknown, not false.\n");
        return RecordText.Append(text, sources, result.Evidence).ToString();
    }

    /// <summary>The one finding with its proof.</summary>
    public static string Explained(CheckedArticle one)
    {
        var finding = one.Findings[0];
        var sources = new List<SourceId>();
        RecordText.Numbers(finding.Rows, sources);
        var proof = PlainConsole.Text(console => ExplainView.Write(console, finding, one.Evidence)).TrimEnd();
        var text = new StringBuilder();
        if (IsSilent(finding)) text.Append("The record is silent on this claim: no row of it bears on it.\n");
        text.Append(proof.Length <= MostProof ? proof : proof[..MostProof] + "\n… the rest of the proof is in the structured content").Append('\n');
        return RecordText.Append(text, sources, one.Evidence).ToString();
    }

    private static string Now(CheckedArticle result) => result.AsOf is { } day ? $", checked as of {day}" : ", checked without a date: what it says of its \"now\" is open; give date";

    private static void Append(StringBuilder text, Finding finding, List<SourceId> sources)
    {
        var reach = !finding.IsAsked ? " (the record was not asked)" : IsSilent(finding) ? " (the record is silent)" : "";
        text.Append($"\n{finding.Claim.Id} {VerdictWords.Of(finding.Verdict).Name}{reach}: “{Short(finding.Claim.Quote)}”\n");
        if (finding.IsAsked) text.Append($"   asked: {finding.Leading.Reading.Text}\n");
        text.Append($"   {finding.Justification}{RecordText.Numbers(finding.Rows.Concat(finding.Later?.Rows ?? []), sources)}\n");
        if (Terms.Stance(finding.Claim) is { Length: > 0 } stance) text.Append($"   put as: {stance}\n");
        if (finding.Picked is { } picked) text.Append($"   {picked.Text}\n");
        foreach (var note in finding.Claim.Notes) text.Append($"   note: {note}\n");
    }

    // Who is a state or a company is no evidence of what it does.
    private static bool IsSilent(Finding finding) => finding.IsAsked && finding.Verdict == Verdict.NotEnoughEvidence && finding.Rows.All(row => row is Entity);

    private static string Short(string quote) => quote.Length <= MostQuote ? quote : quote[..MostQuote] + "…";
}
