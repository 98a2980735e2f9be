using Assay.Articles;
using Assay.Claims;
using Assay.Evidence;

namespace Assay.Formats.Rules.Lint;

/// <summary>Runs the examples of a frame: it must find a claim in each of <c>match</c>, with the roles told there, and none in those of <c>not</c>.</summary>
internal sealed class ExampleCheck(ClaimFinder finder, string language, RuleReport report)
{
    // The day that "now" means in examples, so that they mean the same every day.
    private static readonly PartialDate Day = PartialDate.Parse("2025-06-17");

    /// <summary>Checks the frames of one file.</summary>
    public void Check(RuleNode file)
    {
        if (file["frames"] is not { IsList: true } list) return;
        foreach (var frame in list.Items())
        {
            if (frame["id"] is not { IsText: true } id) continue;
            var (matches, others) = (Examples(frame, "match"), Examples(frame, "not"));
            foreach (var example in matches) Matches(id.Text(), example);
            foreach (var example in others) MatchesNot(id.Text(), example);
            if (matches.Count == 0) report.Notice(id, "no-example", $"'{id.Text()}' without an example", "a sentence under 'match' in which it finds a claim", "add one");
            if (others.Count == 0) report.Notice(id, "no-counter-example", $"'{id.Text()}' without a counter-example", "a sentence under 'not', near to its own, in which it finds none", "add one");
        }
    }

    private static List<RuleNode> Examples(RuleNode frame, string key) => frame[key] is { } examples ? [.. examples.Items()] : [];

    private void Matches(string frame, RuleNode example)
    {
        var read = Read(TextOf(example));
        var found = read.Origins.Where(origin => origin.Claim.Frame == frame).ToList();
        if (found.Count == 0)
        {
            report.Problem(example, "example", $"no claim by '{frame}' in \"{TextOf(example)}\"{Instead(frame, read)}", "one", "correct a pattern or the sentence; 'assay claims' shows what it is read as");
            return;
        }
        if (example["roles"] is not { IsMap: true } roles) return;
        foreach (var (role, words) in roles.Entries())
        {
            var said = words.Items().Select(item => item.Text()).ToList();
            if (found.Any(origin => said.All(one => Filled(origin, role).Contains(one, StringComparer.Ordinal)))) continue;
            var filled = found.SelectMany(origin => Filled(origin, role)).Distinct().ToList();
            report.Problem(words, "example-role", filled.Count == 0 ? $"nothing in the role '{role}'" : $"{string.Join(", ", filled.Select(one => $"'{one}'"))} in the role '{role}'",
                string.Join(", ", said.Select(one => $"'{one}'")), "correct the pattern or the example");
        }

        IEnumerable<string> Filled(ClaimOrigin origin, string role) => origin.Roles.Where(r => r.Role == role).Select(r => TextOf(example)[r.Span.Start..r.Span.End]);
    }

    private void MatchesNot(string frame, RuleNode example)
    {
        if (Read(TextOf(example)).Found.Claims.FirstOrDefault(claim => claim.Frame == frame) is { } claim)
            report.Problem(example, "counter-example", $"a claim by '{frame}': \"{claim.Quote}\"", "none", "narrow a pattern or correct the sentence");
    }

    /// <summary>What took the sentence in the frame's place.</summary>
    private static string Instead(string frame, ReadArticle read)
    {
        var lost = read.Rejected.FirstOrDefault(match => match.Frame == frame);
        if (lost is not null) return $": it matches, but {Kebab(lost.Why)}{(lost.For.Length > 0 ? $" ({lost.For})" : "")}";
        var others = read.Found.Claims.Select(claim => claim.Frame).Distinct().ToList();
        return others.Count == 0 ? "" : $", but by {string.Join(", ", others)}";
    }

    private static string TextOf(RuleNode example) => example.IsMap ? example["text"]?.Text() ?? "" : example.Text();

    private ReadArticle Read(string sentence) => finder.Read(Article.FromText(sentence) with { Language = language }, Day);

    private static string Kebab(RejectionReason why) => RuleNode.Kebab(why.ToString());
}
