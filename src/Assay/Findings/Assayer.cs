using System.Collections.Immutable;
using Assay.Answers;
using Assay.Articles;
using Assay.Claims;
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
    public CheckedArticle Check(Article article, PartialDate? asOf, PartialDate? later)
    {
        ArgumentNullException.ThrowIfNull(article);
        var found = _finder.Find(article, asOf);
        return new CheckedArticle
        {
            Article = article with { Language = _finder.LanguageOf(article) }, Evidence = _evidence, AsOf = asOf,
            Later = later,
            Findings = [.. found.Claims.Select(Check).Select(finding => later is { } day && finding.Picked is not { IsOlder: true } ? finding with { Later = _later.Of(finding, day) } : finding)],
            NotCheckable = found.NotCheckable,
            Coverage = found.Coverage,
        };
    }

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
