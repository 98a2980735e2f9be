using System.Collections.Immutable;
using Assay.Answers;
using Assay.Articles;
using Assay.Claims;
using Assay.Claims.Corrections;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Findings;

/// <summary>Checks articles: claims are found, turned into questions, answered from the record and given a verdict. Safe to share between threads.</summary>
public sealed class Assayer
{
    private readonly EvidenceSnapshot _evidence;
    private readonly ClaimFinder _finder;
    private readonly QuestionPlanner _planner;
    private readonly Answerer _answerer;
    private readonly Judge _judge;
    private readonly Justification _justification;
    private readonly Wording _wording;
    private readonly LaterCheck _later;
    private readonly YearsAround _around;
    private readonly VerdictTable _verdicts;
    private readonly Lazy<ClaimFormReader> _forms;

    /// <summary>Over a record and a set of rules.</summary>
    public Assayer(EvidenceSnapshot evidence, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(rules);
        _evidence = evidence;
        _finder = new ClaimFinder(rules, evidence);
        _planner = new QuestionPlanner(rules, evidence);
        _answerer = new Answerer(evidence, rules.Wording);
        _judge = new Judge(rules.Verdicts);
        _justification = new Justification(evidence, rules.Wording, rules.Verdicts);
        _wording = rules.Wording;
        _verdicts = rules.Verdicts;
        _forms = new Lazy<ClaimFormReader>(() => new ClaimFormReader(rules, evidence));
        _later = new LaterCheck((claim, record) => Judge(claim, Plan(claim), record == evidence ? _answerer : new Answerer(record, _wording)), evidence, _wording);
        _around = new YearsAround(claim => Judge(claim, Plan(claim)), _wording);
    }

    /// <summary>Checks an article as of its own date.</summary>
    public CheckedArticle Check(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Check(article, article.Date);
    }

    /// <summary>Checks an article as of another date; null: "now" is not known.</summary>
    public CheckedArticle Check(Article article, PartialDate? asOf) => Check(article, asOf, later: null);

    /// <summary>
    /// Checks an article as of its date or another and, where <paramref name="later"/> is given, what it says of "now" as of that later day
    /// too: where the verdict is another then, the finding tells it beside its own.
    /// </summary>
    public CheckedArticle Check(Article article, PartialDate? asOf, PartialDate? later) => Check(article, asOf, later, []);

    /// <summary>Checks an article with what people corrected of how it is read.</summary>
    /// <param name="article">The article.</param>
    /// <param name="asOf">What "now" means; null: not known.</param>
    /// <param name="later">A later day to ask of as well; null: none.</param>
    /// <param name="corrections">The corrections, the oldest first.</param>
    public CheckedArticle Check(Article article, PartialDate? asOf, PartialDate? later, IEnumerable<Correction> corrections) => CheckEach(article, asOf, later, corrections).Whole();

    /// <summary>
    /// Reads an article and checks its claims as they are asked for: the claims are known at once, each finding when it is its turn.
    /// </summary>
    /// <param name="article">The article.</param>
    /// <param name="asOf">What "now" means; null: not known.</param>
    /// <param name="later">A later day to ask of as well; null: none.</param>
    /// <param name="corrections">The corrections, the oldest first; empty: the article is checked as it is read.</param>
    public ArticleCheck CheckEach(Article article, PartialDate? asOf, PartialDate? later, IEnumerable<Correction> corrections)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(corrections);
        var read = article with { Language = _finder.LanguageOf(article) };
        var found = _finder.Find(article, asOf);
        ImmutableArray<Correction> made = [.. corrections];
        var corrected = made.IsEmpty ? new CorrectedClaims { Claims = found.Claims, Dropped = [], SetAside = [] } : CorrectedClaims.Apply(read, found.Claims, asOf, made, Forms);
        return new ArticleCheck(claim => Check(claim, later))
        {
            Article = read, Evidence = _evidence, AsOf = asOf, Later = later, Corrected = corrected, Coverage = found.Coverage,
            // What a person takes for a claim is not listed as none.
            NotCheckable = [.. found.NotCheckable.Where(passage => !corrected.Claims.Any(claim => claim.Correction is { How: CorrectionKind.Added } && claim.Span.Overlaps(passage.Span)))],
        };
    }

    /// <summary>Reads the forms of claims, by the same rules and record.</summary>
    public ClaimFormReader Forms => _forms.Value;

    /// <summary>How an article is read: what each claim comes from, and what is seen and let go.</summary>
    public ReadArticle Read(Article article, PartialDate? asOf) => _finder.Read(article, asOf);

    /// <summary>The ways to take a claim's vague words, each with its question.</summary>
    public ImmutableArray<Reading> ReadingsOf(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Plan(claim);
    }

    /// <summary>Checks one claim.</summary>
    public Finding Check(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var finding = Judge(claim, Plan(claim));
        return _around.Before(finding) is { } older
            ? finding with { Picked = older, Verdict = _verdicts.OlderYear, Justification = older.Text }
            : finding with { Picked = _around.Of(finding) };
    }

    /// <summary>Checks one claim, and again as of a later day where one is given.</summary>
    public Finding Check(Claim claim, PartialDate? later)
    {
        var finding = Check(claim);
        return later is { } day && finding.Picked is not { IsOlder: true } ? finding with { Later = _later.Of(finding, day) } : finding;
    }

    /// <summary>The finding on a claim whose readings are known.</summary>
    internal Finding Judge(Claim claim, ImmutableArray<Reading> planned) => Judge(claim, planned, _answerer);

    private Finding Judge(Claim claim, ImmutableArray<Reading> planned, Answerer answerer)
    {
        if (planned.IsEmpty) planned = [Unplanned(claim)];
        var readings = planned.Select(reading =>
        {
            var answer = answerer.Answer(reading.Question);
            return new CheckedReading(reading, answer, _judge.OfReading(claim, answer));
        }).ToImmutableArray();
        var verdict = _judge.OfAll(readings);
        var leading = Findings.Judge.Leading(readings, verdict);
        return new Finding
        {
            Claim = claim, Readings = readings, Verdict = verdict, Leading = leading,
            Justification = _justification.Of(claim, readings, leading, verdict),
            Weak = [.. readings.SelectMany(reading => reading.Answer.Weak).Distinct()],
        };
    }

    /// <summary>The readings of a claim; where it says the same of two times, those of both: it is right only if both are.</summary>
    private ImmutableArray<Reading> Plan(Claim claim)
    {
        if (claim.Time.Likewise is not { } then) return _planner.Plan(claim);
        return [.. At(claim.Time.Days), .. At(then)];

        IEnumerable<Reading> At(DayRange? days) => _planner.Plan(claim with { Time = claim.Time with { Days = days } })
            .Select(reading => reading with { Choices = [.. reading.Choices, new Choice(claim.Time.Words, days?.ToString() ?? _wording.Say("day-not-known"), "")] });
    }

    private static Reading Unplanned(Claim claim) =>
        new([], new Question.Open { When = claim.Time.Days, Kind = claim.Kind, Text = claim.Quote, Why = "kind-not-answered" }, claim.Quote, IsMinor: false);
}
