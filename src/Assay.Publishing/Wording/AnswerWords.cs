using System.Diagnostics;
using System.Globalization;
using Assay.Answers;
using Assay.Evidence;
using Assay.Findings;

namespace Assay.Publishing.Wording;

/// <summary>What is to be said of an answer and of what it rests on beside its own sentence.</summary>
internal static class AnswerWords
{
    /// <summary>How far the record goes: what it covers, whom it names, what is missing.</summary>
    public static IEnumerable<string> More(Answer answer, EvidenceSnapshot evidence) => answer switch
    {
        Answer.Decided => [],
        Answer.Interval { Covered: { } covered } => [Words.Of("Covers", covered.ToString("0.##", CultureInfo.InvariantCulture))],
        Answer.Interval => [],
        Answer.Placed placed => [Words.Of("OnList", Sentence(Terms.Place(placed.Best, placed.Worst)), placed.List)],
        Answer.Names names => [string.Join(", ", names.Members.Select(evidence.NameOf)) + (names.IsComplete ? "." : Words.Of("MayBeMore"))],
        Answer.Disputed => [],
        Answer.Unknown unknown => unknown.Missing.Select(missing => Words.Of("Missing", missing)),
        _ => throw new UnreachableException($"No words for {answer.GetType().Name}."),
    };

    /// <summary>A warning where the verdict rests on weak rows; empty where it does not.</summary>
    public static string Weak(Finding finding, EvidenceSnapshot evidence)
    {
        if (finding.Weak.IsEmpty) return "";
        var kinds = finding.Weak.Select(evidence.Statement).OfType<Statement>()
            .GroupBy(row => row.Status)
            .Select(group => $"{group.Count()} {Terms.Status(group.Key)}");
        var holds = finding.Verdict == Verdict.NotEnoughEvidence ? "" : Words.Of("HoldsIfOff");
        return $"{Words.Count("weakRows", finding.Weak.Length)}: {string.Join(", ", kinds)}.{holds}";
    }

    /// <summary>A warning where the proof uses old rows; empty where it does not.</summary>
    public static string Old(Finding finding, EvidenceSnapshot evidence)
    {
        var asked = finding.Leading.Reading.Question.When;
        var dates = finding.Rows.Select(row => RowAge.OldAt(row, evidence, asked)).OfType<PartialDate>().ToArray();
        return dates.Length switch
        {
            0 => "",
            1 => Words.Of("OldRow", DateWords.Of(dates[0])),
            var count => Words.Of("OldRows", count, DateWords.Of(dates.Min())),
        };
    }

    /// <summary>How long a proof is.</summary>
    public static string Size(ProofStep proof)
    {
        var rows = proof.AllRows().ToArray();
        var sources = rows.SelectMany(row => row.Sources).Distinct().Count();
        return $"{Words.Count("steps", Steps(proof))}, {Words.Count("rows", rows.Length)}, {Words.Count("sourcesCounted", sources)}";
    }

    private static int Steps(ProofStep step) => 1 + step.Inputs.Sum(Steps);

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
