using System.Diagnostics;
using Assay.Answers;
using Assay.Claims;
using Assay.Claims.Corrections;
using Assay.Evidence;
using Assay.Findings;
using Assay.Findings.Changes;
using Assay.Questions;

namespace Assay.Formats.Json;

/// <summary>Puts a checked article into the shape of the contract.</summary>
internal sealed class DocumentBuilder(CheckedArticle result)
{
    public ArticleDocument Build() => new(
        new ArticleHead(
            Known(result.Article.Title), Known(result.Article.Author), Known(result.Article.Publisher), result.Article.Date?.ToString(),
            Known(result.Article.Url), result.Article.Language),
        [.. result.Evidence.Packs.Select(pack => new PackDocument(pack.Name, pack.Version, pack.Sha256))],
        result.AsOf?.ToString(),
        result.Later?.ToString(),
        [.. result.Findings.Select(Document)],
        [.. result.NotCheckable.Select(passage =>
            new NotCheckableDocument(passage.Id, passage.Quote, passage.Span.Start, passage.Span.End, passage.Why))],
        new CoverageDocument(result.Coverage.Sentences, result.Coverage.WithClaims, result.Coverage.NotCheckable, result.Coverage.Background.Length))
    {
        Dropped = result.Dropped.IsEmpty ? null : [.. result.Dropped.Select(gone => new DroppedDocument(CorrectionsJson.Ref(ClaimRef.Of(gone.Claim)), Known(gone.Reason), Known(gone.Into), gone.By))],
        SetAside = result.SetAside.IsEmpty ? null : [.. result.SetAside.Select(aside => new SetAsideDocument(aside.At, aside.Why, aside.Text, [.. aside.Problems.Select(Problem)]))],
    };

    private static FormProblemDocument Problem(FormProblem problem) => new(problem.Field, problem.Code, problem.Found, problem.Accepted, problem.DidYouMean);

    private ClaimDocument Document(Finding finding) => new()
    {
        Id = finding.Claim.Id,
        Quote = finding.Claim.Quote,
        Start = finding.Claim.Span.Start,
        End = finding.Claim.Span.End,
        Kind = finding.Claim.Kind,
        Stance = finding.Claim.Stance,
        Question = finding.Leading.Reading.Text,
        Expects = finding.Claim.Expects.Words,
        Time = finding.Claim.Time.Days?.ToString(),
        Verdict = finding.Verdict,
        Answer = Answer(finding.Answer),
        Justification = finding.Justification,
        Weak = [.. finding.Weak.Select(id => id.ToString())],
        Readings = [.. finding.Readings.Select(Reading)],
        Proof = Proof(finding.Answer.Proof),
        Sources = [.. finding.Rows.Concat(finding.Later?.Rows ?? []).SelectMany(row => row.Sources).Distinct().Select(Source)],
        Also = [.. finding.Claim.Also.Select(span => new QuoteDocument(result.Article.Quote(span), span.Start, span.End))],
        Notes = finding.Claim.Notes,
        Later = finding.Later is { } later ? Later(later) : null,
        OtherYears = finding.Picked is { } picked ? Years(picked) : null,
        Flips = finding.Sensitivity is { } flips ? [.. flips.Flips.Select(Flip)] : null,
        Missing = finding.Sensitivity is { } missing ? [.. missing.Missing.Select(Missing)] : null,
        Corrected = finding.Claim.Correction is { } correction ? Corrected(finding.Claim, correction) : null,
    };

    private CorrectedDocument Corrected(Claim claim, ClaimCorrection correction) => new(
        correction.How, correction.By, [.. correction.Before.Select(before => CorrectionsJson.Ref(ClaimRef.Of(before)))],
        [.. correction.Differences(claim, result.Evidence).Select(field => new DifferenceDocument(field.Field, field.From, field.To))]);

    private LaterDocument Later(LaterVerdict later) => new(
        later.AsOf.ToString(), later.Finding.Verdict, Answer(later.Finding.Answer), later.Finding.Justification, later.Cause, [.. later.Rows.Select(Row)], later.Text);

    private YearsDocument Years(PickedPeriod picked) =>
        new(picked.Text, [.. picked.Years.Select(year => new YearDocument(year.Days.ToString(), year.Finding.Verdict, Answer(year.Finding.Answer)))]);

    private static FlipDocument Flip(Flip flip) => new(
        flip.Kind, flip.Table, flip.Row?.Id.ToString(), Known(flip.Column), Known(flip.From), Known(flip.To), Known(flip.Unit),
        flip.Verdict, flip.Text);

    private static MissingDocument Missing(MissingRow row) => new(
        Known(row.Table), row.Subject?.ToString(), row.Object?.ToString(), Known(row.Indicator), Known(row.Period), row.Row?.ToString(), row.Decides, row.Text);

    private ReadingDocument Reading(CheckedReading reading) =>
        new(Choices(reading.Reading), reading.Reading.Text, Answer(reading.Answer), reading.Verdict);

    private static OrderedDictionary<string, string> Choices(Reading reading)
    {
        var choices = new OrderedDictionary<string, string>();
        foreach (var choice in reading.Choices)
            choices[choice.Word] = choice.WhoseDefinition.Length == 0 ? choice.Taken : $"{choice.Taken} ({choice.WhoseDefinition})";
        return choices;
    }

    private AnswerDocument Answer(Answer answer) => answer switch
    {
        Answer.Decided decided => new AnswerDocument.OfTruth(decided.IsTrue, decided.Text),
        Answer.Interval interval => new AnswerDocument.OfInterval(Plain(interval.Value.Low), Plain(interval.Value.High), interval.Unit, interval.Text),
        Answer.Names names => new AnswerDocument.OfSet(
            [.. names.Members.Select(id => new EntityDocument(id.ToString(), result.Evidence.NameOf(id)))], names.IsComplete, names.Text),
        Answer.Placed placed => new AnswerDocument.OfRank(placed.Best, placed.Worst, placed.List, placed.Text),
        Answer.Disputed disputed => new AnswerDocument.OfUnknown([disputed.Text], disputed.Text),
        Answer.Unknown unknown => new AnswerDocument.OfUnknown([.. unknown.Missing], unknown.Text),
        _ => throw new UnreachableException($"The output contract has no shape for {answer.GetType()}."),
    };

    internal static ProofDocument Proof(ProofStep step) => new(
        step.Rule, step.Text, Value(step.Value), [.. step.Rows.Select(Row)], [.. step.Inputs.Select(Proof)]);

    internal static RowDocument Row(Statement row) =>
        new(row.Id.ToString(), row.Place.ToString(), row.Status, [.. row.Sources.Select(id => id.ToString())]);

    private static StepValueDocument Value(StepValue value) => value switch
    {
        StepValue.Truth { Value: Truth.Unknown } => new StepValueDocument.UnknownValue(),
        StepValue.Truth truth => new StepValueDocument.TruthValue(truth.Value == Truth.True),
        StepValue.Figure figure => new StepValueDocument.IntervalValue(Plain(figure.Value.Low), Plain(figure.Value.High), figure.Unit),
        StepValue.Place place => new StepValueDocument.RankValue(place.Best, place.Worst),
        StepValue.Named { Value: { } id } => new StepValueDocument.EntityValue(id.ToString()),
        StepValue.Named => new StepValueDocument.UnknownValue(),
        _ => throw new UnreachableException($"The output contract has no shape for {value.GetType()}."),
    };

    private SourceDocument Source(SourceId id) => Source(result.Evidence, id);

    internal static SourceDocument Source(EvidenceSnapshot evidence, SourceId id) => evidence.Source(id) is { } source
        ? new SourceDocument(id.ToString(), source.Publisher, source.Title, source.Date?.ToString(), Known(source.Url))
        : new SourceDocument(id.ToString(), "", "", null, null);

    private static string? Known(string text) => text.Length == 0 ? null : text;

    /// <summary>Without the zeros that a decimal keeps after its last digit: 25.00 is written 25.</summary>
    internal static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;
}
