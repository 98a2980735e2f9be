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
    }

    /// <summary>Checks an article as of its own date.</summary>
    public CheckedArticle Check(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Check(article, article.Date);
    }

    /// <summary>Checks an article as of another date; null: "now" is not known.</summary>
    public CheckedArticle Check(Article article, PartialDate? asOf)
    {
        ArgumentNullException.ThrowIfNull(article);
        var found = _finder.Find(article, asOf);
        return new CheckedArticle
        {
            Article = article with { Language = _finder.LanguageOf(article) }, Evidence = _evidence, AsOf = asOf,
            Findings = [.. found.Claims.Select(Check)],
            NotCheckable = found.NotCheckable,
        };
    }

    /// <summary>Checks one claim.</summary>
    public Finding Check(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Judge(claim, _planner.Plan(claim));
    }

    /// <summary>The finding on a claim whose readings are known.</summary>
    internal Finding Judge(Claim claim, ImmutableArray<Reading> planned)
    {
        if (planned.IsEmpty) planned = [Unplanned(claim)];
        var readings = planned.Select(reading =>
        {
            var answer = _answerer.Answer(reading.Question);
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

    private static Reading Unplanned(Claim claim) =>
        new([], new Question.Open { When = claim.Time.Days, Kind = claim.Kind, Text = claim.Quote, Why = "kind-not-answered" }, claim.Quote, IsMinor: false);
}
