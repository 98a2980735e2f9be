using System.Diagnostics;
using System.Globalization;
using Assay.Articles;
using Assay.Claims;
using Assay.Findings;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Assay.Mentions;

namespace Assay.Benchmarks;

/// <summary>How many articles a second one process checks, on one core and on two: medians of interleaved runs.</summary>
internal static class ArticleThroughput
{
    private const int Articles = 1000;
    private const int Length = 4000;
    private const int Runs = 5;

    public static void Run()
    {
        var articles = SampleArticles.Make(Articles, Length);
        var evidence = EvidencePack.Embedded();
        var parser = new ArticleParser(RuleFiles.Default.Lexicon, evidence);
        var finder = new ClaimFinder(RuleFiles.Default, evidence);
        var assayer = new Assayer(evidence, RuleFiles.Default);
        var claims = articles.Select(article => finder.Find(article, article.Date).Claims).ToArray();
        (string What, int Cores, Action<int> Do)[] stages =
        [
            ("check", 2, i => assayer.Check(articles[i])),
            ("check", 1, i => assayer.Check(articles[i])),
            ("parse: tokens, mentions, clauses", 1, i => parser.Parse(articles[i], articles[i].Date)),
            ("find claims: parse and frames", 1, i => finder.Find(articles[i], articles[i].Date)),
            ("answer claims", 1, i => { foreach (var claim in claims[i]) assayer.Check(claim); }),
        ];
        var rates = stages.Select(_ => new List<double>()).ToArray();
        for (var run = 0; run < Runs; run++)
            for (var stage = 0; stage < stages.Length; stage++)
                rates[stage].Add(Rate(stages[stage].Do, stages[stage].Cores));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Articles} articles of {Length} characters, {claims.Average(found => found.Length):0.0} claims each; medians of {Runs} interleaved runs"));
        for (var stage = 0; stage < stages.Length; stage++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Median(rates[stage]),8:0.0} articles/s  {1000 / Median(rates[stage]),7:0.00} ms  {stages[stage].Cores} core{(stages[stage].Cores == 1 ? " " : "s")}  {stages[stage].What}"));
    }

    private static double Rate(Action<int> check, int cores)
    {
        var clock = Stopwatch.StartNew();
        Parallel.For(0, Articles, new ParallelOptions { MaxDegreeOfParallelism = cores }, check);
        return Articles / clock.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
