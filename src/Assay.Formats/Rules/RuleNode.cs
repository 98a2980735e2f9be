using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Assay.Formats.Rules;

/// <summary>
/// A place in a YAML rule file that reports what is wrong with line and column. Reading goes on after a problem, so that all are found;
/// the value read is then empty.
/// </summary>
internal readonly struct RuleNode
{
    private const int MostDeep = 64;

    private readonly string _file;
    private readonly YamlNode _node;
    private readonly List<Problem> _problems;

    private RuleNode(string file, YamlNode node, List<Problem> problems)
    {
        _file = file;
        _node = node;
        _problems = problems;
    }

    /// <summary>Parses a file; null, with a problem, where it is no YAML.</summary>
    public static RuleNode? Parse(string file, string text, List<Problem> problems)
    {
        try
        {
            // The tree is built, and gone through, by calls within calls: what nests without end would end the process.
            if (TooDeep(text) is { } deep)
            {
                problems.Add(new Problem("yaml", file, (int)deep.Line, (int)deep.Column, $"a list or map within {MostDeep} others", "fewer", "write it flat"));
                return null;
            }
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1) return new RuleNode(file, stream.Documents[0].RootNode, problems);
            problems.Add(new Problem("yaml", file, 1, 1, $"{stream.Documents.Count} documents", "one", "keep one document a file"));
        }
        catch (YamlException error)
        {
            problems.Add(new Problem("yaml", file, (int)error.Start.Line, (int)error.Start.Column, error.Message, "YAML", "correct the syntax"));
        }
        catch (InvalidOperationException)
        {
            // The parser gives up on some brackets that are never closed without saying where.
            problems.Add(new Problem("yaml", file, 0, 0, "brackets that are not closed", "YAML", "correct the syntax"));
        }
        return null;
    }

    /// <summary>Where lists and maps stand within more others than any file needs; null: nowhere.</summary>
    /// <exception cref="YamlException">It is no YAML.</exception>
    internal static Mark? TooDeep(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            // The stream and the document count too.
            if (depth > MostDeep + 2) return parser.Current.Start;
        }
        return null;
    }

    public int Line => (int)_node.Start.Line;

    public int Column => (int)_node.Start.Column;

    public bool IsText => _node is YamlScalarNode;

    public bool IsList => _node is YamlSequenceNode;

    public bool IsMap => _node is YamlMappingNode;

    /// <summary>The scalar's text; a problem and "" where it is none.</summary>
    public string Text()
    {
        if (_node is YamlScalarNode { Value: { } value }) return value;
        Report("text", Shape(), "a text", "write one value here");
        return "";
    }

    /// <summary>The scalar as a decimal; a problem and 0 where it is none.</summary>
    public decimal Decimal()
    {
        var text = Text();
        if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)) return value;
        Report("number", $"'{text}'", "a number", "write it with a point and without a unit");
        return 0;
    }

    /// <summary>The scalar as true or false.</summary>
    public bool Flag()
    {
        var text = Text();
        if (text is "true" or "false") return text == "true";
        Report("flag", $"'{text}'", "true or false", "write one of them");
        return false;
    }

    /// <summary>One of an enum's names in kebab case; a problem and <c>default</c> where it is none.</summary>
    public T OneOf<T>() where T : struct, Enum
    {
        var text = Text();
        foreach (var value in Enum.GetValues<T>())
            if (Kebab(value.ToString()) == text) return value;
        Report("word", $"'{text}'", string.Join(" | ", Enum.GetNames<T>().Select(Kebab)), "use one of these words");
        return default;
    }

    /// <summary>The items of a list; a single text counts as a list of one.</summary>
    public IEnumerable<RuleNode> Items()
    {
        if (_node is YamlSequenceNode list)
        {
            foreach (var child in list.Children) yield return new RuleNode(_file, child, _problems);
        }
        else if (_node is YamlScalarNode { Value: not (null or "") })
        {
            yield return this;
        }
        else if (_node is not YamlScalarNode)
        {
            Report("list", Shape(), "a list", "write '- ' before each item");
        }
    }

    /// <summary>The entries of a map, in order.</summary>
    public IEnumerable<(string Key, RuleNode Value)> Entries()
    {
        if (_node is YamlMappingNode map)
        {
            foreach (var (key, value) in map.Children)
                yield return (new RuleNode(_file, key, _problems).Text(), new RuleNode(_file, value, _problems));
        }
        else
        {
            Report("map", Shape(), "a map", "write 'key: value' lines");
        }
    }

    /// <summary>The entry of that key, or null.</summary>
    public RuleNode? this[string key] => _node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value)
        ? new RuleNode(_file, value, _problems)
        : null;

    /// <summary>The entry of that key; a problem, and an empty text in its place, where it is missing.</summary>
    public RuleNode Require(string key)
    {
        if (this[key] is { } value) return value;
        Report("missing-key", $"no '{key}'", $"the key '{key}'", "add it");
        return new RuleNode(_file, new YamlScalarNode(""), _problems);
    }

    /// <summary>Reports every key of the map that is none of these.</summary>
    public void AllowOnly(params ReadOnlySpan<string> keys)
    {
        foreach (var (key, value) in Entries())
            if (!keys.Contains(key))
                value.Report("unknown-key", $"'{key}'", string.Join(", ", keys), "correct or remove it");
    }

    /// <summary>Reports a problem at this place.</summary>
    public void Report(string code, string found, string expected, string mend) =>
        _problems.Add(ProblemOf(code, found, expected, mend));

    /// <summary>A problem at this place, reported to nobody yet.</summary>
    public Problem ProblemOf(string code, string found, string expected, string mend) => new(code, _file, Line, Column, found, expected, mend);

    /// <summary><c>OwnershipShare</c> as <c>ownership-share</c>.</summary>
    public static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));

    private string Shape() => _node switch
    {
        YamlSequenceNode => "a list",
        YamlMappingNode => "a map",
        _ => "nothing",
    };
}
