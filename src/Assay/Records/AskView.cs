using System.Collections.Immutable;
using Assay.Answers;
using Assay.Claims;
using Assay.Evidence;
using Assay.Findings;
using Assay.Questions;

namespace Assay.Records;

/// <summary>What the record says to one question or statement, read as <c>check</c> reads an article.</summary>
public static class AskView
{
    private static readonly ImmutableArray<string> Asked = ["reading", "question", "answer"];
    private static readonly ImmutableArray<string> Said = [.. Asked, "verdict"];

    /// <summary>One table a claim: its readings, questions, answers, and, for a statement, verdicts.</summary>
    public static RecordView Of(CheckedArticle result, RuleSet rules, DayRange when, bool isQuestion)
    {
        ArgumentNullException.ThrowIfNull(result);
        var desk = new RecordDesk(result.Evidence, rules, when);
        return desk.View("ask", desk.Say(isQuestion ? "record-ask-question" : "record-ask-statement"), result.Findings.Select(finding => OfFinding(desk, finding, isQuestion)));
    }

    /// <summary>How much of an asset, or of a country's output, is whose.</summary>
    public static RecordView Share(EvidenceSnapshot evidence, RuleSet rules, EntityId holder, Target target, DayRange when)
    {
        var desk = new RecordDesk(evidence, rules, when);
        var isCountry = evidence.Entity(holder) is { Kind: EntityKind.State or EntityKind.Group or EntityKind.Bloc };
        var asked = new Holder([holder], isCountry ? HolderSense.Nationals : HolderSense.Itself);
        var proof = ShareAnswerer.Prove(desk.Inquiry, asked, target, OwnershipMeasure.Effective, when);
        var table = desk.Table("share", OwnersByState.Words(desk, target, proof), "holders", "at-least", "at-most");
        var rows = OwnersByState.IsKnown(proof)
            ? ImmutableArray.Create(new RecordRow([desk.Named(holder), OwnersByState.AtLeast(proof), OwnersByState.AtMost(proof)], []) { Proof = proof, Holds = proof.Figure.Low > 0 ? Truth.True : Truth.Unknown })
            : [];
        return desk.View("ask", desk.Say("record-ask-question"), [table with { Rows = rows, Notes = [rows.IsEmpty ? desk.Say("record-own-silent", ("missing", proof.Text)) : proof.Text, desk.Say(isCountry ? "record-ask-nationals" : "record-ask-itself")] }]);
    }

    private static RecordTable OfFinding(RecordDesk desk, Finding finding, bool isQuestion)
    {
        var table = desk.Table(finding.Claim.Id, finding.Claim.Quote, isQuestion ? Asked : Said);
        return table with
        {
            Rows = [.. finding.Readings.Select(reading => Row(desk, reading, isQuestion))],
            Notes = isQuestion ? [] : [desk.Say("record-ask-verdict", ("verdict", Verdict(desk, finding.Verdict)), ("why", finding.Justification))],
        };
    }

    private static RecordRow Row(RecordDesk desk, CheckedReading reading, bool isQuestion)
    {
        var taken = string.Join("; ", reading.Reading.Choices.Select(choice => $"“{choice.Word}”: {choice.Taken}"));
        var answer = reading.Answer switch
        {
            Answer.Decided decided => $"{desk.Say(decided.IsTrue ? "record-ask-yes" : "record-ask-no")} {reading.Answer.Text}",
            Answer.Unknown unknown => desk.Say("record-own-silent", ("missing", string.Join("; ", unknown.Missing))),
            _ => reading.Answer.Text,
        };
        ImmutableArray<Cell> cells = [Cell.Of(taken), Cell.Of(reading.Reading.Text), Cell.Of(answer)];
        return new RecordRow(isQuestion ? cells : cells.Add(Cell.Of(Verdict(desk, reading.Verdict))), [])
        {
            Proof = reading.Answer.Proof,
        };
    }

    private static string Verdict(RecordDesk desk, Verdict verdict) => desk.Say($"ask-verdict-{RecordWords.Kebab(verdict)}");
}
