using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Articles;
using Assay.Claims;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Assay.Mentions;

namespace Assay.Benchmarks;

/// <summary>
/// How fast texts are read: the finder of names, dates and numbers beside the reference in C++, the whole reader beside winkNLP; in turns, medians.
/// </summary>
internal static partial class ReadingTimes
{
    private const int Rounds = 7;

    public static void Run(int megabytes)
    {
        var text = ReadingText.Make(megabytes);
        var reference = Peer.Reference();
        if (reference is null) Console.WriteLine("No g++ here: the reference is not measured.");
        foreach (var dictionary in (string[])["dict10k.txt", "dict1m.txt"]) Find(text, Path.Combine(text.Folder, dictionary), reference);
        ReadWhole(text);
    }

    /// <summary>In a process of its own: what it takes to load a dictionary.</summary>
    public static void Load(string dictionary)
    {
        var (names, seconds) = ReadingText.Load(dictionary);
        var status = File.ReadAllText("/proc/self/status");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{names.Count} names in {seconds:0.000} s, {long.Parse(PeakMemory().Match(status).Groups[1].ValueSpan, CultureInfo.InvariantCulture) / 1024} MB at most in the process"));
    }

    private static void Find(ReadingText text, string dictionary, string? reference)
    {
        for (var i = 0; i < 3; i++)
        {
            Console.Write($"{Path.GetFileName(dictionary)}: {Peer.Run(Environment.ProcessPath!, ["reading", "load", dictionary])}");
            if (reference is not null) Console.WriteLine("  reference: " + Peer.Run(reference, [text.Folder + "/news.txt", dictionary, "1"]).Split('\n')[^2]);
        }
        var names = ReadingText.Load(dictionary).Names;
        var finder = new SpanFinder(names, RuleFiles.Default.Lexicon);
        var counts = (Names: 0L, Dates: 0L, Numbers: 0L, Tokens: 0L);
        foreach (var cores in (int[])[2, 1])
        {
            List<double> own = [], its = [];
            var said = "";
            for (var round = 0; round < Rounds + 1; round++)
            {
                var seconds = new List<double>();
                for (var pass = 0; pass < 3; pass++)
                {
                    var clock = Stopwatch.StartNew();
                    counts = Pass(text, finder, cores);
                    seconds.Add(clock.Elapsed.TotalSeconds);
                }
                if (round > 0) own.Add(Median(seconds));
                if (reference is null) continue;
                said = Peer.Run(reference, [Path.Combine(text.Folder, "news.txt"), dictionary, "3"]).Split('\n')[cores - 1];
                if (round > 0) its.Add(double.Parse(ItsMedian().Match(said).Groups[1].ValueSpan, CultureInfo.InvariantCulture));
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(dictionary)}, {cores} cores: {text.Bytes / Median(own) / 1e6,5:0} MB/s ({text.Bytes / own.Max() / 1e6:0}-{text.Bytes / own.Min() / 1e6:0}), {text.Articles.Length / Median(own):0} articles/s; {counts.Names} names, {counts.Dates} dates, {counts.Numbers} numbers, {counts.Tokens} tokens"));
            if (its.Count > 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  reference: {text.Bytes / Median(its) / 1e6,5:0} MB/s ({text.Bytes / its.Max() / 1e6:0}-{text.Bytes / its.Min() / 1e6:0}); it takes {Median([.. its.Zip(own, (a, b) => a / b)]):0.00} times as long; {said[(said.IndexOf("tokens ", StringComparison.Ordinal))..]}"));
        }
    }

    private static (long Names, long Dates, long Numbers, long Tokens) Pass(ReadingText text, SpanFinder finder, int cores)
    {
        var (names, dates, numbers, tokens) = (0L, 0L, 0L, 0L);
        const int Chunk = 64;
        Parallel.For(0, (text.Articles.Length + Chunk - 1) / Chunk, new ParallelOptions { MaxDegreeOfParallelism = cores }, () => (Tokens: new TokenList(), Found: new List<FoundSpan>(), Counts: new long[4]), (chunk, _, own) =>
        {
            for (var i = chunk * Chunk; i < Math.Min((chunk + 1) * Chunk, text.Articles.Length); i++)
            {
                finder.Find(text.Text, text.Articles[i].From, text.Articles[i].To, own.Tokens, own.Found);
                own.Counts[3] += own.Tokens.Count;
                foreach (var span in own.Found) own.Counts[(int)span.Kind]++;
            }
            return own;
        }, own =>
        {
            Interlocked.Add(ref names, own.Counts[(int)SpanKind.Name]);
            Interlocked.Add(ref dates, own.Counts[(int)SpanKind.Date]);
            Interlocked.Add(ref numbers, own.Counts[(int)SpanKind.Number]);
            Interlocked.Add(ref tokens, own.Counts[3]);
        });
        return (names, dates, numbers, tokens);
    }

    private static void ReadWhole(ReadingText text)
    {
        var evidence = EvidencePack.Embedded();
        var finder = new ClaimFinder(RuleFiles.Default, evidence);
        var parser = new ArticleParser(RuleFiles.Default.Lexicon, evidence);
        var news = text.Articles.Take(1200).Select(a => Article.FromText(text.Text[a.From..(a.To - 4)])).ToArray();
        var opinion = SampleArticles.Make(750, 4000);
        var wink = Peer.HasWink;
        if (!wink) Console.WriteLine("No winkNLP here (set NODE_FOLDER to a folder with wink-nlp and wink-eng-lite-web-model): it is not measured.");
        (string What, Article[] Articles, int Cores, Action<Article> Do)[] ways =
        [
            ("whole reader, this text", news, 2, article => finder.Find(article, article.Date)),
            ("whole reader, this text", news, 1, article => finder.Find(article, article.Date)),
            ("whole reader, articles of examples/", opinion, 2, article => finder.Find(article, article.Date)),
            ("whole reader, articles of examples/", opinion, 1, article => finder.Find(article, article.Date)),
            ("sentences and clauses only, examples/", opinion, 1, article => parser.Parse(article, article.Date)),
        ];
        var rates = ways.Select(_ => new List<double>()).ToArray();
        List<double> winks = [], custom = [];
        for (var round = 0; round < Rounds + 1; round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                var (_, articles, cores, read) = ways[way];
                var clock = Stopwatch.StartNew();
                Parallel.ForEach(articles, new ParallelOptions { MaxDegreeOfParallelism = cores }, read);
                if (round > 0) rates[way].Add(articles.Sum(a => (double)System.Text.Encoding.UTF8.GetByteCount(a.Text)) / clock.Elapsed.TotalSeconds / 1e6);
            }
            if (!wink || round == 0) continue;
            winks.Add(Wink(text, "wink"));
            custom.Add(Wink(text, "wink-ner"));
        }
        for (var way = 0; way < ways.Length; way++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ways[way].What}, {ways[way].Cores} cores: {Median(rates[way]):0.00} MB/s ({rates[way].Min():0.00}-{rates[way].Max():0.00})"));
        if (wink) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"winkNLP, tokens, sentences, entities: {Median(winks):0.00} MB/s ({winks.Min():0.00}-{winks.Max():0.00}); with 10,000 names: {Median(custom):0.00} ({custom.Min():0.00}-{custom.Max():0.00})"));
    }

    private static double Wink(ReadingText text, string how)
    {
        var script = Path.Combine(Peer.Folder, "read.cjs");
        // A script finds its packages beside itself.
        if (Peer.NodeFolder is { } folder) File.Copy(script, script = Path.Combine(folder, "read.cjs"), true);
        var said = Peer.Run("node", [script, text.Folder, how, "2", "10000"], Peer.NodeFolder);
        return double.Parse(ItsRate().Match(said).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    [GeneratedRegex(@"median ([0-9.]+)")]
    private static partial Regex ItsMedian();

    [GeneratedRegex(@"= ([0-9.]+) MB/s")]
    private static partial Regex ItsRate();

    [GeneratedRegex(@"VmHWM:\s+(\d+)")]
    private static partial Regex PeakMemory();
}
