using System.Collections.Frozen;
using System.Collections.Immutable;
using AnyAscii;
using Assay.Evidence;
using Assay.Formats.Rules;
using Assay.Linking;
using Sylvan.Data.Csv;

namespace Assay.Formats.Linking;

/// <summary>
/// What linking knows, from <c>rules/linking</c>: legal forms, words, letters, given names, schemes of identifiers. The names of states come from the record.
/// </summary>
public static class LinkRuleFiles
{
    private const string Folder = "linking/";
    private const string Words = Folder + "words.csv", LegalForms = Folder + "legal-forms.csv", Letters = Folder + "letters.csv", SpeltAlike = Folder + "spelt-alike.csv",
        NearLetters = Folder + "near-letters.csv", Persons = Folder + "persons.csv", GivenNames = Folder + "given-names.csv", Identifiers = Folder + "identifiers.csv", Endings = Folder + "endings.csv", CommonWords = Folder + "common-words.csv",
        LocalRegisters = Folder + "local-registers.csv", NoIdentifiers = Folder + "no-identifiers.csv";

    private const int ShortestStateName = 4;
    private const char FirstUnspaced = '\u2E80';

    /// <summary>The paths of all files.</summary>
    internal static ImmutableArray<string> Paths { get; } = [Words, LegalForms, Letters, SpeltAlike, NearLetters, Persons, GivenNames, Identifiers, Endings, CommonWords, LocalRegisters, NoIdentifiers];

    /// <summary>The rules that come with the program.</summary>
    /// <param name="evidence">The record whose states' names are places.</param>
    public static LinkRules Load(EvidenceSnapshot evidence) => Load(evidence, folder: null);

    /// <summary>The rules that come with the program, with the files of a folder in place of those of the same path.</summary>
    /// <param name="evidence">The record whose states' names are places.</param>
    /// <param name="folder">A folder laid out as <c>rules</c>; null: none.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataFileException">Something is wrong in the files; the exception carries all of it.</exception>
    public static LinkRules Load(EvidenceSnapshot evidence, string? folder)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var texts = RuleFiles.EmbeddedTexts();
        if (folder is not null)
            foreach (var (path, text) in RuleFiles.TextsOf(folder)) texts[path] = text;
        var problems = new List<Problem>();
        var rules = Read(texts, evidence, problems);
        return problems.Count == 0 ? rules : throw new InvalidDataFileException($"The rules of linking cannot be used: {problems.Count} problem{(problems.Count == 1 ? "" : "s")}, the first: {problems[0]}", problems);
    }

    /// <summary>Reads rule files given as texts by path; problems are added to the list.</summary>
    internal static LinkRules Read(IReadOnlyDictionary<string, string> texts, EvidenceSnapshot evidence, List<Problem> problems)
    {
        var words = Rows(Words, ["word", "role", "english", "others"]);
        var rules = new LinkRules
        {
            Romanize = static text => text.Transliterate(),
            Letters = Rows(Letters, ["letters", "latin"]).ToFrozenDictionary(row => row[0], row => row[1]),
            SpeltAlike = [.. Rows(SpeltAlike, ["from", "to"]).Select(row => (row[0], row[1]))],
            NearLetters = Rows(NearLetters, ["letter", "near"]).Select(row => (row[0][0], row[1][0])).ToFrozenSet(),
            Unspaced = words.SelectMany(row => List(row[3]).Select(spelling => (spelling, row[0])))
                .Concat(Rows(LegalForms, ["form", "classes", "stands", "spellings"]).SelectMany(row => List(row[3]).Select(spelling => (spelling, row[0]))))
                .Where(pair => pair.spelling.All(c => c >= FirstUnspaced)).DistinctBy(pair => pair.spelling).ToFrozenDictionary(pair => pair.spelling, pair => pair.Item2),
        };
        var fold = new NameFold(rules);
        var endings = Rows(Endings, ["ending", "other"]);
        var persons = Rows(Persons, ["role", "word", "means"]);
        var states = evidence.Entities.Where(entity => entity.Kind == EntityKind.State).ToList();
        return rules with
        {
            Words = new(words.SelectMany(row => List(row[2]).Concat(List(row[3])).Prepend(row[0]).SelectMany(Inflected).Select(spelling => KeyValuePair.Create(fold.Key(spelling), new LinkedWord(fold.Key(row[0]), Word(row, 1, WordRole.Naming)))))
                .Concat(states.SelectMany(state => NamesOf(state).SelectMany(Inflected).Select(name => KeyValuePair.Create(fold.Key(name), new LinkedWord(fold.Key(state.Name), WordRole.Place)))).Where(pair => pair.Key.Length >= ShortestStateName))),
            LegalForms = new(Rows(LegalForms, []).SelectMany(row => List(row[3]).Append(row[0]).SelectMany(fold.Spellings).Select(spelling => KeyValuePair.Create(spelling, new LegalForm(row[0], [.. List(row[1])], Word(row, 2, FormPlace.End)))))),
            CommonWords = Rows(CommonWords, ["word", "spellings"]).SelectMany(row => List(row[1]).Prepend(row[0])).Select(fold.Key).ToFrozenSet(),
            GivenNames = Groups(Rows(GivenNames, ["name", "variants"]).Select(row => List(row[1])), fold),
            Titles = Of("title").Select(fold.Key).ToFrozenSet(),
            Particles = Of("particle").Select(fold.Key).ToFrozenSet(),
            Generations = persons.Where(row => row[0] == "generation").SelectMany(row => List(row[1]).Select(word => (word, row[2]))).ToFrozenDictionary(pair => fold.Key(pair.word), pair => pair.Item2),
            PatronymicEndings = [.. Of("patronymic")],
            SurnameEndings = [.. persons.Where(row => row[0] == "surname").Select(row => (row[1], row[2]))],
            GivenNameEndings = [.. persons.Where(row => row[0] == "given-name").Select(row => (row[1], row[2]))],
            Filiations = Of("filiation").Select(fold.Key).ToFrozenSet(),
            LocalRegisters = Rows(LocalRegisters, ["country", "unit", "source"]).Select(row => row[0]).ToFrozenSet(),
            NoIdentifiers = Rows(NoIdentifiers, ["value"]).Select(row => row[0]).ToFrozenSet(),
            OtherNameAfter = [.. Of("formerly")],
            Countries = CountriesOf(states, fold),
            Identifiers = Rows(Identifiers, ["scheme", "use", "spellings"]).ToFrozenDictionary(row => row[0], row => Word(row, 1, IdentifierUse.Several)),
            SchemeNames = Rows(Identifiers, []).SelectMany(row => List(row[2]).Select(spelling => (spelling, row[0]))).DistinctBy(pair => pair.spelling).ToFrozenDictionary(pair => pair.spelling, pair => pair.Item2),
        };

        // Words of languages that inflect stand in names in several forms; a table of endings makes them of one.
        IEnumerable<string> Inflected(string spelling) =>
            endings.Where(row => spelling.EndsWith(row[0], StringComparison.Ordinal)).Select(row => string.Concat(spelling.AsSpan(0, spelling.Length - row[0].Length), row[1])).Prepend(spelling);

        // A file is asked for its columns once; later it is read again from its text.
        List<string[]> Rows(string path, string[] columns) => RowsOf(path, texts, columns, problems);

        IEnumerable<string> Of(string role) => persons.Where(row => row[0] == role).SelectMany(row => List(row[1]));
    }

    private static IEnumerable<string> NamesOf(Entity state) => state.Aliases.Where(alias => !alias.IsMetonym).Select(alias => alias.Text).Prepend(state.Name);

    private static FrozenDictionary<string, string> CountriesOf(List<Entity> states, NameFold fold)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var state in states)
        {
            codes.TryAdd(state.EntityId.Value, state.EntityId.Value);
            foreach (var identifier in state.Identifiers.Where(identifier => identifier.StartsWith("iso", StringComparison.Ordinal)))
                codes.TryAdd(fold.Key(identifier[(identifier.IndexOf(':', StringComparison.Ordinal) + 1)..]), state.EntityId.Value);
        }
        foreach (var state in states)
            foreach (var name in NamesOf(state)) codes.TryAdd(fold.Key(name), state.EntityId.Value);
        return codes.ToFrozenDictionary();
    }

    private static FrozenDictionary<string, ImmutableArray<int>> Groups(IEnumerable<string[]> groups, NameFold fold)
    {
        var found = new Dictionary<string, ImmutableArray<int>>(StringComparer.Ordinal);
        foreach (var (number, names) in groups.Index())
            foreach (var key in names.Select(fold.Key).SelectMany(key => (string[])[key, fold.Skeleton(key)]).Distinct())
                found[key] = found.TryGetValue(key, out var others) ? others.Contains(number) ? others : others.Add(number) : [number];
        return found.ToFrozenDictionary();
    }

    /// <summary>The ways a legal form may stand in folded words: as its words, and with its letters together where they are written with stops.</summary>
    private static IEnumerable<string> Spellings(this NameFold fold, string text)
    {
        var words = fold.Words(text);
        yield return string.Join(' ', words);
        if (words.Count > 1 && words.All(word => word.Length == 1)) yield return string.Concat(words);
    }

    private static string[] List(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static T Word<T>(string[] row, int column, T otherwise) where T : struct, Enum => Enum.TryParse<T>(row[column], ignoreCase: true, out var word) ? word : otherwise;

    /// <summary>The rows of a file below its header. Where columns are given, what is wrong is reported.</summary>
    private static List<string[]> RowsOf(string path, IReadOnlyDictionary<string, string> texts, string[] columns, List<Problem> problems)
    {
        var rows = new List<string[]>();
        if (!texts.TryGetValue(path, out var text))
        {
            if (columns.Length > 0) problems.Add(new Problem("missing-file", path, 0, 0, "no such file", "it among the rules", "add it"));
            return rows;
        }
        using var csv = CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions { HasHeaders = true, Delimiter = ',' });
        var header = Enumerable.Range(0, csv.FieldCount).Select(csv.GetName).ToArray();
        if (columns.Length > 0 && !header.SequenceEqual(columns))
        {
            problems.Add(new Problem("header", path, 1, 1, string.Join(',', header), string.Join(',', columns), "write these columns in this order"));
            return rows;
        }
        for (var line = 2; csv.Read(); line++)
        {
            if (csv.RowFieldCount == header.Length && csv.GetString(0).Length > 0) rows.Add([.. Enumerable.Range(0, header.Length).Select(csv.GetString)]);
            else if (columns.Length > 0) problems.Add(new Problem("cells", path, line, 1, $"{csv.RowFieldCount} cells", $"{header.Length}, the first not empty", "correct the row"));
            if (columns.Length == 0 || rows.Count == 0) continue;
            Check<WordRole>("role", path == Words);
            Check<FormPlace>("stands", true);
            Check<IdentifierUse>("use", true);
        }
        return rows;

        void Check<T>(string column, bool applies) where T : struct, Enum
        {
            if (!applies || Array.IndexOf(columns, column) is not (>= 0 and var at) || Enum.TryParse<T>(rows[^1][at], ignoreCase: true, out _)) return;
            problems.Add(new Problem("word", path, rows.Count + 1, at + 1, $"'{rows[^1][at]}'", string.Join(" | ", Enum.GetNames<T>().Select(RuleNode.Kebab)), "use one of these words"));
        }
    }
}
