using System.Diagnostics;
using System.Globalization;
using Assay.Answers;
using Assay.Articles;
using Assay.Claims;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Assay.Questions;

namespace Assay.Benchmarks;

/// <summary>
/// How long one answer takes in a warm process, by kind of question, on the packs that come with the program: the questions of the articles in
/// <c>examples/</c> and many more of the kinds that cost most. Every question is asked in every run, in another order each; its time is the
/// median of the runs. The worst question of a kind is that of the greatest median.
/// </summary>
internal static class AnswerTimes
{
    private const int Runs = 15;
    private const double Limit = 50;
    private static readonly string[] Holders = ["us", "gb", "kz", "cn", "ru", "west-core", "west-extended", "eu"];

    public static void Run()
    {
        var loading = Stopwatch.StartNew();
        var evidence = EvidencePack.Embedded();
        var loaded = loading.Elapsed;
        var rules = RuleFiles.Default;
        var read = loading.Elapsed;
        var answerer = new Answerer(evidence, rules.Wording);
        var assayer = new Assayer(evidence, rules);
        var ready = loading.Elapsed;
        var questions = Questions(evidence, assayer).ToArray();
        var first = Time(answerer, questions[0].Question);
        var times = questions.Select(_ => new List<double>()).ToArray();
        var order = Enumerable.Range(0, questions.Length).ToArray();
        var random = new Random(1);
        foreach (var question in questions) answerer.Answer(question.Question);
        for (var run = 0; run < Runs; run++)
        {
            random.Shuffle(order);
            foreach (var i in order) times[i].Add(Time(answerer, questions[i].Question));
        }
        Say($"packs read and indexed {loaded.TotalMilliseconds:0} ms, rules {(read - loaded).TotalMilliseconds:0} ms, names and frames {(ready - read).TotalMilliseconds:0} ms, first answer {first:0.0} ms");
        Say($"| question | asked | median ms | worst ms | the worst |");
        Say($"| --- | --- | --- | --- | --- |");
        foreach (var kind in questions.Select((question, i) => (question.Kind, question.Text, Median: Median(times[i]))).GroupBy(each => each.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            var worst = kind.MaxBy(each => each.Median);
            Say($"| {kind.Key} | {kind.Count()} | {Median([.. kind.Select(each => each.Median)]):0.00} | {worst.Median:0.00} | {worst.Text} |");
        }
        var slowest = times.Max(Median);
        Say($"{questions.Length} questions, {Runs} runs; the slowest takes {slowest:0.0} ms: {(slowest < Limit ? "every answer is under" : "NOT every answer is under")} {Limit:0} ms");
    }

    private static IEnumerable<(string Kind, string Text, Question Question)> Questions(EvidenceSnapshot evidence, Assayer assayer)
    {
        var day = DayRange.On(new DateOnly(2025, 6, 17));
        var asked = SampleArticles.Examples().SelectMany(article => assayer.Check(article, article.Date ?? new PartialDate(2025, 6, 17)).Findings)
            .SelectMany(finding => finding.Readings).Select(reading => (reading.Reading.Text, reading.Reading.Question));
        var states = evidence.Entities.Where(entity => entity.Kind == EntityKind.State).Select(entity => entity.EntityId).ToList();
        var bodies = evidence.Statements.OfType<Membership>().Select(row => row.Body).Distinct().ToList();
        var memberships = states.Take(60).SelectMany(state => bodies.Where((_, i) => i % 4 == 0).Select(body => (Question)new Question.Membership { When = day, Member = state, Body = body, Sense = MembershipSense.Full }));
        var agreements = evidence.Statements.OfType<Agreement>().Where(row => row.Parties.Length > 1)
            .Select(row => new Question.Agreement { When = day, Parties = [.. row.Parties.Take(2)], About = [[row.Kind]], Sense = AgreementSense.InForce });
        var holders = Holders.Select(id => new EntityId(id)).Where(id => evidence.Entity(id) is not null).ToList();
        var assets = evidence.Statements.OfType<Stake>().Select(row => row.Asset).Distinct().ToList();
        var stakes = assets.SelectMany(asset => holders.Select(holder => (Question)new Question.Share { When = day, Holder = new([holder], HolderSense.Nationals), Target = new Target.Asset(asset), Measure = OwnershipMeasure.Effective }));
        var outputs = evidence.Statements.OfType<Part>().DistinctBy(row => (row.Whole, row.Indicator, row.Period)).SelectMany(whole => holders.SelectMany(holder => Enum.GetValues<OwnershipMeasure>().SelectMany(measure => Enum.GetValues<HolderSense>().Select(sense =>
            (Question)new Question.Share { When = whole.Period.Days, Holder = new([holder], sense), Target = new Target.Output(whole.Whole, whole.Indicator), Measure = measure }))));
        var ranks = evidence.Statements.OfType<Ranking>().Select(row => (row.Subject, row.Indicator, row.Period)).Concat(evidence.Statements.OfType<Part>().Select(row => (row.Subject, row.Indicator, row.Period))).Distinct()
            .Select(row => (Question)new Question.Rank { When = row.Period.Days, Subject = row.Subject, Indicators = [row.Indicator] });
        IEnumerable<Question> facts =
        [
            .. evidence.Statements.OfType<Stake>().Take(150).Select(row => new Question.Control { When = day, Holder = new([row.Owner], HolderSense.Itself), Asset = row.Asset }),
            .. evidence.Statements.OfType<Operation>().Select(row => new Question.Operation { When = day, Operator = row.Operator, Asset = row.Asset }),
            .. evidence.Statements.OfType<Regime>().Select(row => new Question.Regime { When = day, Asset = row.Asset, Kind = row.RegimeKind }),
            .. evidence.Statements.OfType<Stake>().Take(150).Select(row => new Question.StakeChange { When = new PartialDate(2024).Days, Owner = row.Owner, Asset = row.Asset, Ends = true }),
            .. evidence.Statements.OfType<Membership>().Take(150).Select(row => new Question.MembershipChange { When = new PartialDate(2015).Days, Member = row.Member, Body = row.Body, Sense = MembershipSense.Full, Ends = false }),
            .. evidence.Statements.OfType<Measure>().Where(row => row.Period.IsYear).Take(200).Select(row => new Question.Quantity { When = row.Period.Days, Of = new Amount.Measured(row.Subject, [row.Indicator]), Unit = row.Unit, Conversions = [], IsOfPeriod = true }),
            .. evidence.Statements.OfType<Proposition>().Select(row => new Question.Dispute { When = day, Proposition = row.PropositionId }),
        ];
        return asked.Concat(facts.Concat(memberships.Concat(agreements).Concat(stakes).Concat(outputs).Concat(ranks)).Select(question => (Text: Describe(question), Question: question)))
            .Where(each => each.Question is not Question.Open).Select(each => (KindOf(each.Question), each.Text, each.Question));
    }

    private static string KindOf(Question question) => question switch
    {
        Question.Share { Target: Target.Output } or Question.Ownership { Target: Target.Output } => "share of a country's output",
        Question.Share or Question.Ownership => "share of a company or field",
        _ => question.GetType().Name.ToLowerInvariant(),
    };

    private static string Describe(Question question) => question switch
    {
        Question.Membership membership => $"{membership.Member} in {membership.Body}",
        Question.Agreement agreement => string.Join(", ", agreement.Parties),
        Question.Share { Target: Target.Output output } share => $"{share.Holder.Members[0]} of {output.Whole} {output.Indicator}, {share.When}",
        Question.Share { Target: Target.Asset asset } share => $"{share.Holder.Members[0]} of {asset.Entity}",
        Question.Rank rank => $"{rank.Subject} by {rank.Indicators[0]}, {rank.When}",
        _ => "",
    };

    private static double Time(Answerer answerer, Question question)
    {
        var start = Stopwatch.GetTimestamp();
        answerer.Answer(question);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
