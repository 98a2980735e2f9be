using Assay.Articles;
using Assay.Claims;
using Assay.Mentions;
using Assay.Publishing.Wording;
using Assay.Questions;
using Spectre.Console;

namespace Assay.Publishing.Terminal;

/// <summary>What each claim of an article came from, and what was seen and let go, for a terminal or a pipe.</summary>
public static class ClaimsView
{
    /// <summary>Writes each claim with its frame, its trigger, its roles and its questions; then the matches and clauses that made none.</summary>
    public static void Write(IAnsiConsole console, Article article, ReadArticle read, Func<Claim, IEnumerable<Reading>> readingsOf)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(readingsOf);
        if (read.Origins.IsEmpty) console.WriteHead(ReadingWords.NoClaims);
        foreach (var origin in read.Origins)
        {
            WriteClaim(console, article, origin, readingsOf(origin.Claim));
            console.WriteLine();
        }
        WriteList(console, ReadingWords.Rejected, read.Rejected.Select(r => ($"{r.Frame}  ", $"\"{article.Quote(r.Span)}\": {ReadingWords.Of(r)}")));
        WriteList(console, ReadingWords.NotCheckable, read.Found.NotCheckable.Select(p => ($"{p.Id}  ", $"\"{p.Quote}\": {p.Why}")));
        WriteList(console, ReadingWords.PassedOver, read.PassedOver.Select(p => ("", $"\"{article.Quote(p.Span)}\": {ReadingWords.Of(p.Why)}")));
    }

    private static void WriteClaim(IAnsiConsole console, Article article, ClaimOrigin origin, IEnumerable<Reading> readings)
    {
        var claim = origin.Claim;
        console.WriteHead($"{claim.Id}  \"{claim.Quote}\"", new Style(decoration: Decoration.Bold));
        console.WriteUnder(ReadingWords.Frame, ReadingWords.FrameOf(claim));
        if (!origin.Triggers.IsEmpty) console.WriteUnder(ReadingWords.Trigger, string.Join(" … ", origin.Triggers.Select(article.Quote)));
        foreach (var role in origin.Roles) console.WriteUnder(role.Role.PadRight(9) + " ", RoleWords(article, role));
        console.WriteUnder(TerminalWords.Put, Terms.Stance(claim) is { Length: > 0 } put ? put : ReadingWords.Asserted);
        console.WriteUnder(TerminalWords.Time, claim.Time.Days is { } days ? $"{days} ({claim.Time.Words})" : claim.Time.Words);
        console.WriteUnder(ReadingWords.Expects, claim.Expects.Words);
        foreach (var reading in readings)
        {
            var taken = string.Concat(reading.Choices.Select(choice => $" [{choice.Word}: {choice.Taken}]"));
            console.WriteUnder(TerminalWords.Question, reading.Question is Question.Open open ? $"none that is answered ({open.Why}){taken}" : reading.Text + taken);
        }
    }

    private static string RoleWords(Article article, FilledRole role)
    {
        var value = role.Mention is { } mention ? MentionWords.ValueOf(mention) : "";
        var words = role.Span.Length == 0 ? "" : $"\"{article.Quote(role.Span)}\" ";
        return $"{words}→ {(value.Length > 0 ? value : role.Mention is null ? "the word" : "not known")}{(role.IsNationals ? ", its nationals" : "")}";
    }

    private static void WriteList(IAnsiConsole console, string heading, IEnumerable<(string Label, string Words)> lines)
    {
        var list = lines.ToList();
        if (list.Count == 0) return;
        console.WriteHead(heading, new Style(decoration: Decoration.Bold));
        foreach (var (label, words) in list) console.WriteUnder(label, words);
        console.WriteLine();
    }
}
