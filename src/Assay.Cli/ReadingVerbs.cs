using System.CommandLine;
using System.Text;
using Assay.Articles;
using Assay.Claims;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Json;
using Assay.Formats.Records;
using Assay.Publishing.Terminal;

namespace Assay.Cli;

/// <summary><c>assay mentions FILE</c> and <c>assay claims FILE</c>: how an article is read, and why, for people who write frames.</summary>
internal sealed class ReadingVerbs(Terminal terminal, TimeProvider time)
{
    private delegate void Writing(Stream? json, Spectre.Console.IAnsiConsole? console, Article article, ReadArticle read, Assayer assayer);

    public IEnumerable<Verb> Create() =>
    [
        Create("mentions", "Show what is read in each sentence: names and what they are taken for, figures, times, goods.", WriteMentions,
            "assay mentions examples/oil-in-whose-hands.txt", "assay mentions article.txt --format json"),
        Create("claims", "Show what each claim comes from: its frame, its trigger, what fills its roles, and what was rejected.", WriteClaims,
            "assay claims examples/oil-in-whose-hands.txt", "assay claims article.txt --rules my-rules --format json"),
    ];

    private Verb Create(string name, string description, Writing write, params string[] examples)
    {
        var file = new Argument<string>("FILE") { Description = "The article: a file, an address of the web, or - for standard input." };
        var format = ReadingFormatOption.Create();
        var about = new ArticleOptions(time);
        var record = new RecordOptions();
        var verb = new Command(name, description) { file, format };
        about.AddTo(verb, showsLater: false);
        record.AddTo(verb);
        file.Validators.Add(CommandLine.RefuseUnknownOptions);
        verb.SetAction(line => Run(line.GetRequiredValue(file), line.GetValue(format) ?? ReadingFormat.Table, about.Of(line), record.Load(line), write));
        return new Verb(verb, examples);
    }

    private int Run(string file, ReadingFormat format, ArticleOptions.Values given, LoadedRecord record, Writing write)
    {
        var article = ArticleInput.Read(file, given);
        ArticleOptions.RequireLanguage(record, given);
        var assayer = record.Assayer;
        var read = assayer.Read(article, given.AsOf ?? article.Date);
        var known = record.Rules.Languages;
        if (read.Sentences.IsEmpty) terminal.Error.WriteLine($"assay: {ArticleInput.NameOf(file)}: its language is not one that the rules know ({string.Join(", ", known)}), so nothing was read; if it is, add --language {string.Join(" or --language ", known)}");
        using var bytes = new MemoryStream();
        if (format == ReadingFormat.Json) write(bytes, null, article, read, assayer);
        else bytes.Write(Encoding.UTF8.GetBytes(TextConsole.Text(console => write(null, console, article, read, assayer), terminal)));
        terminal.Bytes.Write(bytes.ToArray());
        terminal.Bytes.Flush();
        return ExitCode.Done;
    }

    private static void WriteMentions(Stream? json, Spectre.Console.IAnsiConsole? console, Article article, ReadArticle read, Assayer assayer)
    {
        if (json is not null) ReadingJson.WriteMentions(json, article, read);
        else MentionsView.Write(console!, article, read);
    }

    private static void WriteClaims(Stream? json, Spectre.Console.IAnsiConsole? console, Article article, ReadArticle read, Assayer assayer)
    {
        if (json is not null) ReadingJson.WriteClaims(json, article, read, claim => assayer.ReadingsOf(claim));
        else ClaimsView.Write(console!, article, read, claim => assayer.ReadingsOf(claim));
    }
}
