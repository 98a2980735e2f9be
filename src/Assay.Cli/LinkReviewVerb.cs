using System.CommandLine;
using System.Globalization;
using Assay.Evidence;
using Assay.Formats.Linking;
using Assay.Linking;
using Spectre.Console;

namespace Assay.Cli;

/// <summary><c>assay link review PACK</c>: shows the pairs that a person has to decide one by one, and keeps each answer at once.</summary>
internal sealed class LinkReviewVerb(Terminal terminal, TimeProvider time)
{
    private const string Person = "person";

    private readonly Argument<string> _pack = LinkFiles.Pack();
    private readonly Option<string> _by = new("--by") { HelpName = "NAME", Description = "Who decides: it is kept with each decision.", DefaultValueFactory = _ => Environment.UserName };
    private readonly RecordOptions _record = new();

    public Verb Create()
    {
        var verb = new Command("review", "Decide, one by one, which entities are the same; each answer is kept at once.") { _pack, _by };
        _record.AddTo(verb);
        verb.SetAction(Run);
        return new Verb(verb, "assay link review packs/gleif", "assay link review packs/gleif --by \"A. Editor\"");
    }

    private int Run(ParseResult line)
    {
        var folder = line.GetRequiredValue(_pack);
        var book = LinkFiles.Book(folder);
        var asks = book.Rows.Where(row => row.Outcome == LinkOutcome.Ask).ToList();
        if (asks.Count == 0)
        {
            terminal.Error.WriteLine($"assay: {folder} asks nothing; assay link find {folder} --write looks for more");
            return ExitCode.Done;
        }
        if (terminal.Ask is not { } ask) throw StopException.Usage($"nobody is at the terminal to answer; assay link list {folder} --outcome ask prints what is asked");
        var subjects = PackFolder.Open(folder, () => PackSubjects.Read(folder, _record.Packs(line)));
        var judge = new PairJudge(LinkFiles.Rules(_record, line));
        var done = new Stack<(int At, LinkRow Before)>();
        for (var at = 0; at < asks.Count;)
        {
            Show(asks[at], at, asks.Count, subjects, judge);
            var key = Answer(ask);
            switch (key)
            {
                case 's' or 'd':
                    done.Push((at, asks[at]));
                    Keep(book, folder, asks[at] with { Outcome = key == 's' ? LinkOutcome.Same : LinkOutcome.Different, Basis = Person, By = line.GetRequiredValue(_by), Decided = Today });
                    at++;
                    break;
                case 'k':
                    at++;
                    break;
                case 'u' when done.TryPop(out var last):
                    Keep(book, folder, last.Before);
                    at = last.At;
                    break;
                case 'u':
                    terminal.Error.WriteLine("assay: there is nothing to undo");
                    break;
                default:
                    at = asks.Count;
                    break;
            }
        }
        var left = book.Rows.Count(row => row.Outcome == LinkOutcome.Ask);
        terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"assay: {done.Count} decided, {left} left to ask"));
        return ExitCode.Done;
    }

    private string Today => DateOnly.FromDateTime(time.GetLocalNow().Date).ToString("O", CultureInfo.InvariantCulture);

    private static void Keep(LinkBook book, string folder, LinkRow row)
    {
        book.Set(row);
        LinkFiles.Save(book, folder);
    }

    /// <summary>The key that a person chose; an answer that is none is asked for again.</summary>
    private char Answer(Func<Prompt, string> ask)
    {
        while (true)
        {
            var answer = ask(new Prompt("Are they one?", "s same, d different, k skip, u undo the last, q quit", [], IsRequired: true, "k")).Trim().ToLowerInvariant();
            switch (answer)
            {
                case "s" or "same" or "d" or "different" or "u" or "undo" or "q" or "quit":
                    return answer[0];
                case "k" or "skip":
                    return 'k';
                default:
                    terminal.Error.WriteLine($"assay: '{answer}' is no answer");
                    break;
            }
        }
    }

    private void Show(LinkRow row, int at, int count, PackSubjects subjects, PairJudge judge)
    {
        var (left, right) = (subjects.Find(row.Entity), subjects.Find(row.SameAs));
        terminal.Error.WriteLine(TextConsole.Text(console =>
        {
            var table = new Table().Border(TableBorder.Rounded).AddColumn(string.Create(CultureInfo.InvariantCulture, $"{at + 1} of {count}")).AddColumn(Markup.Escape(row.Entity)).AddColumn(Markup.Escape(row.SameAs));
            Row("name", subject => subject.Names.Length > 0 ? subject.Names[0] : "");
            Row("other names", subject => string.Join(", ", subject.Names.Skip(1).Take(6)));
            Row("kind", subject => subject.Kind.ToString().ToLowerInvariant());
            Row("country", subject => string.Join(", ", subject.Countries));
            Row("identifiers", subject => string.Join(", ", subject.Identifiers));
            console.Write(table);
            var reasons = left is not null && right is not null ? judge.Judge(left, right).Reasons.Select(reason => reason.ToString()) : row.Note.Split("; ");
            foreach (var reason in reasons) console.WriteLine($"  {reason}");

            void Row(string what, Func<LinkedSubject, string> text) =>
                table.AddRow(what, Markup.Escape(left is null ? "" : text(left)), Markup.Escape(right is null ? "" : text(right)));
        }, terminal).TrimEnd());
    }
}
