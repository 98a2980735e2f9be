using System.Text;
using Assay.Formats.Rules;

namespace Assay.Formats.Mappings;

/// <summary>Reads an input of a mapping: which tables it is, and how their text is to be understood.</summary>
internal static class InputPart
{
    public static MappedInput Read(RuleNode node, MappingPlace place, MappingParts reader)
    {
        MappingParts.Allow(node, "name", "file", "table", "encoding", "delimiter", "quote", "escape", "comment", "skip", "header", "columns", "missing", "decimal", "thousands", "dates");
        var name = MappingParts.Text(MappingParts.Required(node, "name"));
        return new MappedInput(name, reader.PlaceOf(node) is { Line: > 0 } own ? own : place)
        {
            FilePattern = Optional(node, "file"),
            Table = Optional(node, "table"),
            Dialect = new TextDialect
            {
                Encoding = EncodingOf(node["encoding"]),
                Delimiter = Sign(node["delimiter"]),
                Quote = Sign(node["quote"]) ?? '"',
                Escape = Sign(node["escape"]),
                Comment = Sign(node["comment"]) ?? '\0',
                Skip = SkipOf(node["skip"]),
                HasHeader = node["header"]?.Flag() ?? true,
                Columns = [.. (node["columns"]?.Items() ?? []).Select(item => item.Text())],
            },
            Missing = [.. (node["missing"]?.Items() ?? []).Select(item => item.Text())],
            Numbers = NumbersOf(node),
            Dates = [.. (node["dates"]?.Items() ?? []).Select(FormOf)],
        };
    }

    private static string Optional(RuleNode node, string key) => node.IsMap && node[key] is { } given ? given.Text() : "";

    private static Encoding? EncodingOf(RuleNode? node)
    {
        if (node is not { } given || given.Text() is not { Length: > 0 } name) return null;
        if (TextEncodings.Find(name) is { } found) return found;
        given.Report("encoding", $"'{name}'", string.Join(", ", TextEncodings.Names), "use one of these, or convert the file to UTF-8");
        return null;
    }

    private static char? Sign(RuleNode? node)
    {
        if (node is not { } given) return null;
        var text = given.Text();
        if (text == "\\t" || text == "tab") return '\t';
        if (text == "none") return '\0';
        if (text.Length == 1) return text[0];
        given.Report("sign", $"'{text}'", "one sign, tab or none", "write one sign, in quotes");
        return null;
    }

    private static int SkipOf(RuleNode? node)
    {
        if (node is not { } given) return 0;
        var lines = given.Decimal();
        if (lines is >= 0 and <= 1_000_000 && lines == decimal.Truncate(lines)) return (int)lines;
        given.Report("number", $"'{lines}'", "a number of lines", "write how many lines stand before the table");
        return 0;
    }

    private static NumberForm NumbersOf(RuleNode node)
    {
        var point = Sign(node["decimal"]) ?? '.';
        var thousands = Sign(node["thousands"]);
        if (point is not ('.' or ',')) node["decimal"]?.Report("sign", $"'{point}'", "a point or a comma", "write one of them, in quotes");
        if (thousands is { } sign && (sign == point || sign is not ('.' or ',' or ' ' or '\''))) node["thousands"]?.Report("sign", $"'{sign}'", "a point, comma, blank or apostrophe that is not the decimal sign", "write one of them, in quotes");
        return new NumberForm(point is ',' ? ',' : '.', thousands);
    }

    private static string FormOf(RuleNode node)
    {
        var form = node.Text();
        if (!DateText.IsForm(form)) node.Report("date-form", $"'{form}'", "yyyy with MM and dd in the order of the file, as dd.MM.yyyy", "write years with four digits");
        return form;
    }
}
