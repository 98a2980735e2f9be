using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>Reads a pattern's line: <c>word a|b &lt;lemma:passive&gt; {role:type+} ..4 ~6 ( x / y )? @macro [ a ; b ] ^ $</c>.</summary>
public static class PatternParser
{
    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">It can't be read; the message says what was found and what would have been accepted.</exception>
    public static Pattern Parse(string text, IReadOnlyDictionary<string, string> macros)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(macros);
        var words = Expand(text, macros, 0).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = 0;
        var pattern = Alternatives(words, ref at);
        if (at < words.Length) throw new FormatException($"'{words[at]}' closes nothing: expected the end of the pattern.");
        return pattern;
    }

    private static string Expand(string text, IReadOnlyDictionary<string, string> macros, int depth)
    {
        if (depth > 8) throw new FormatException("Macros call each other in a circle.");
        return string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word =>
            !word.StartsWith('@') ? word
            : macros.TryGetValue(word.TrimEnd('?')[1..], out var body) ? $"( {Expand(body, macros, depth + 1)} ){(word.EndsWith('?') ? "?" : "")}"
            : throw new FormatException($"There is no macro '{word}': expected one of {string.Join(", ", macros.Keys.Select(k => "@" + k))}.")));
    }

    private static Pattern Alternatives(string[] words, ref int at)
    {
        var choices = ImmutableArray.CreateBuilder<Pattern>();
        var items = ImmutableArray.CreateBuilder<Pattern>();
        while (at < words.Length && words[at] is not (")" or ")?"))
        {
            if (words[at] == "/")
            {
                choices.Add(new Pattern.Sequence(items.ToImmutable()));
                items.Clear();
                at++;
            }
            else
            {
                items.Add(Item(words, ref at));
            }
        }
        choices.Add(new Pattern.Sequence(items.ToImmutable()));
        return choices.Count == 1 ? choices[0] : new Pattern.Either(choices.ToImmutable());
    }

    private static Pattern Item(string[] words, ref int at)
    {
        var word = words[at++];
        if (word == "(")
        {
            var inner = Alternatives(words, ref at);
            if (at >= words.Length) throw new FormatException("A '(' is not closed: expected ')' or ')?'.");
            return words[at++] == ")?" ? new Pattern.Optional(inner) : inner;
        }
        if (word == "[") return InAnyOrder(words, ref at);
        if (word == "^") return new Pattern.Start();
        if (word == "$") return new Pattern.End();
        if (word.StartsWith("..", StringComparison.Ordinal)) return new Pattern.Gap(Length(word[2..]), false);
        if (word.StartsWith('~')) return new Pattern.Gap(Length(word[1..]), true);
        if (word.StartsWith('{')) return Role(word);
        if (word.StartsWith('<')) return Verb(word);
        var optional = word.Length > 1 && word.EndsWith('?');
        Pattern literal = new Pattern.Word((optional ? word[..^1] : word).Split('|', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Replace('_', ' ')).ToFrozenSet(StringComparer.Ordinal));
        return optional ? new Pattern.Optional(literal) : literal;
    }

    /// <summary>What stands between semicolons, in any order: its permutations with gaps between.</summary>
    private static Pattern.Either InAnyOrder(string[] words, ref int at)
    {
        var groups = new List<Pattern>();
        var items = ImmutableArray.CreateBuilder<Pattern>();
        while (at < words.Length && words[at] != "]")
        {
            if (words[at] == ";")
            {
                groups.Add(new Pattern.Sequence(items.ToImmutable()));
                items.Clear();
                at++;
            }
            else
            {
                items.Add(Item(words, ref at));
            }
        }
        if (at++ >= words.Length) throw new FormatException("A '[' is not closed: expected ']'.");
        groups.Add(new Pattern.Sequence(items.ToImmutable()));
        if (groups.Count > MostInAnyOrder) throw new FormatException($"{groups.Count} parts in any order: expected {MostInAnyOrder} at most.");
        return new Pattern.Either([.. Orders(groups).Select(order => (Pattern)new Pattern.Sequence([.. order.SelectMany((part, n) => n == 0 ? [part] : new[] { new Pattern.Gap(AnyOrderGap, true), part })]))]);
    }

    private static IEnumerable<ImmutableArray<Pattern>> Orders(List<Pattern> parts) => parts.Count == 0 ? [[]]
        : parts.SelectMany(first => Orders([.. parts.Where(part => !ReferenceEquals(part, first))]).Select(rest => rest.Insert(0, first)));

    private const int MostInAnyOrder = 4, AnyOrderGap = 6;

    private static int Length(string digits) => digits.Length == 0 ? 4
        : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= 20 ? n
        : throw new FormatException($"'{digits}' is no length of a gap: expected 1 to 20.");

    private static Pattern.Role Role(string word)
    {
        if (!word.EndsWith('}')) throw new FormatException($"'{word}' is no role: expected {{name:type}} or {{name:type+}}.");
        var (inner, cases) = Cased(word[1..^1]);
        var isList = inner.EndsWith('+');
        var parts = (isList ? inner[..^1] : inner).Split(':');
        var type = parts.Length == 2 ? parts[1] : parts[0];
        if (!Enum.TryParse<RoleType>(type, ignoreCase: true, out var parsed) || parts.Length > 2)
            throw new FormatException($"'{type}' is no type of role: expected one of {string.Join(", ", Enum.GetNames<RoleType>().Select(n => n.ToLowerInvariant()))}.");
        return new Pattern.Role(parts[0], parsed, isList) { Cases = cases };
    }

    /// <summary><c>holder:actor+/nom|gen</c>: the cases after the stroke.</summary>
    private static (string Inner, GrammaticalCase Cases) Cased(string inner)
    {
        var stroke = inner.IndexOf('/', StringComparison.Ordinal);
        return stroke < 0 ? (inner, GrammaticalCase.None) : (inner[..stroke], inner[(stroke + 1)..].Split('|').Aggregate(GrammaticalCase.None, (all, name) => all | CaseOf(name)));
    }

    /// <summary>A case by its short name.</summary>
    public static GrammaticalCase CaseOf(string name) => name switch
    {
        "nom" => GrammaticalCase.Nominative,
        "gen" => GrammaticalCase.Genitive,
        "dat" => GrammaticalCase.Dative,
        "acc" => GrammaticalCase.Accusative,
        "ins" => GrammaticalCase.Instrumental,
        "loc" => GrammaticalCase.Locative,
        "adj" => GrammaticalCase.Adjective,
        _ => throw new FormatException($"'{name}' is no case: expected nom, gen, dat, acc, ins, loc or adj."),
    };

    private static Pattern.Verb Verb(string word)
    {
        if (!word.EndsWith('>')) throw new FormatException($"'{word}' is no verb: expected <lemma|lemma> or <lemma:shape>.");
        var parts = word[1..^1].Split(':');
        var shape = parts.Length == 1 ? VerbShape.Active
            : parts[1] switch
            {
                "active" => VerbShape.Active,
                "passive" => VerbShape.Passive,
                "finite" => VerbShape.Finite,
                "part" => VerbShape.NonFinite,
                "any" => VerbShape.Any,
                _ => throw new FormatException($"'{parts[1]}' is no shape of a verb: expected active, passive, finite, part or any."),
            };
        return new Pattern.Verb((parts[0] == "*" ? [] : parts[0].Split('|', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal), shape);
    }
}
