using System.Collections.Immutable;
using System.Globalization;
using Assay.Answers;
using Assay.Claims;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Findings;

/// <summary>Says in one plain sentence why a verdict is what it is: the figure, the time, whose figure it is, or what is missing.</summary>
internal sealed class Justification(EvidenceSnapshot evidence, Wording wording, VerdictTable table)
{
    public string Of(Claim claim, ImmutableArray<CheckedReading> readings, CheckedReading leading, Verdict verdict)
    {
        if (claim.Stance == Stance.Predicted) return wording.Say("justify-predicted");
        if (verdict == Verdict.ConflictingEvidence && leading.Answer is Answer.Disputed) return Sentence(Plain(claim, leading.Answer, "justify-disputed"));
        if (verdict == Verdict.ConflictingEvidence) return wording.Say("justify-readings-differ", ("readings", Each(readings)));
        if (verdict == Verdict.NotEnoughEvidence && readings.Any(Judge.IsDecided)) return wording.Say("justify-readings-open", ("readings", Each(readings)));
        return Sentence(verdict switch
        {
            Verdict.Supported => Plain(claim, leading.Answer, "justify-supported"),
            Verdict.Refuted => Plain(claim, leading.Answer, "justify-refuted"),
            _ when leading.Reading.Question is Questions.Question.Open => wording.Say("justify-unasked", ("missing", WithoutStop(leading.Answer.Text))),
            _ => Open(claim, leading.Answer),
        });
    }

    private string Open(Claim claim, Answer answer) => answer is Answer.Unknown unknown
        ? wording.Say("justify-open", ("missing", string.Join("; ", unknown.Missing.Take(2).Select(WithoutStop))))
        : Plain(claim, answer, table.Of(claim.Expects, answer) != Verdict.NotEnoughEvidence ? "justify-weak" : IsNear(claim, answer) ? "justify-near-figure" : "justify-open-figure");

    // Inside the band, but not so far inside as a bare figure asks: the record is exact, the figures are not the same.
    private static bool IsNear(Claim claim, Answer answer) => claim.Expects is Expectation.Band { Denied: false, Margin: > 0 } band && answer is Answer.Interval { Value: var value }
        && (band.Low is not { } low || value.Low >= low) && (band.High is not { } high || value.High <= high);

    private string Plain(Claim claim, Answer answer, string key)
    {
        var ofFigure = claim.Expects is Expectation.Band && wording.Has($"{key}-figure");
        return wording.Say(ofFigure ? $"{key}-figure" : key,
            ("answer", ofFigure || !key.EndsWith("ed", StringComparison.Ordinal) ? WithoutStop(answer.Text) : Sentence(answer.Text)),
            ("said", claim.Expects.Words), ("publisher", Publisher(answer)));
    }

    // One example of every verdict, and how many readings have it.
    private string Each(ImmutableArray<CheckedReading> readings) => string.Join("; ", readings.GroupBy(reading => reading.Verdict).Select(group => wording.Say(
        group.Key switch
        {
            Verdict.Supported => "reading-supported",
            Verdict.Refuted => "reading-refuted",
            Verdict.ConflictingEvidence => "reading-conflicting",
            _ => "reading-open",
        },
        ("count", group.Count().ToString(CultureInfo.InvariantCulture)), ("all", readings.Length.ToString(CultureInfo.InvariantCulture)),
        ("choices", Choices(group.First().Reading)), ("answer", Short(group.First().Answer)))));

    private string Choices(Reading reading) => reading.Choices.IsEmpty ? wording.Say("reading-plain") : string.Join(", ", reading.Choices.Select(choice => choice.Taken));

    private static string Short(Answer answer) => answer switch
    {
        Answer.Unknown { Missing: [var missing, ..] } => WithoutStop(missing),
        Answer.Interval interval => $"{Inquiry.Show(interval.Value)} {interval.Unit}",
        _ => WithoutStop(answer.Text),
    };

    // The first primary source of what the proof rests on, else the first; names and lists come after stakes, figures and the like.
    private string Publisher(Answer answer)
    {
        var rows = answer.Proof.AllRows().ToList();
        var telling = rows.Where(row => row is not Entity and not Completeness).ToList();
        // Who runs an asset leads to its owners; the figure is theirs.
        if (telling.Exists(row => row is Stake)) telling.RemoveAll(row => row is Operation or Domicile);
        var sources = (telling.Count > 0 ? telling : rows).SelectMany(row => row.Sources).Select(evidence.Source).OfType<Source>().ToList();
        return (sources.FirstOrDefault(source => source.Kind == "primary") ?? sources.FirstOrDefault())?.Publisher ?? "";
    }

    private static string WithoutStop(string text) => text.TrimEnd('.');

    internal static string Sentence(string text) => text.Length == 0 ? text
        : char.ToUpperInvariant(text[0]) + text[1..] + (text[^1] is '.' or '!' or '?' ? "" : ".");
}
