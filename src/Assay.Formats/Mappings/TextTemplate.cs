using System.Collections.Immutable;
using System.Text;

namespace Assay.Formats.Mappings;

/// <summary>A text with places for columns: <c>{Country}-{Number}</c>; <c>{{</c> and <c>}}</c> are braces themselves.</summary>
internal sealed class TextTemplate
{
    private readonly ImmutableArray<(string Text, bool IsColumn)> _parts;

    private TextTemplate(ImmutableArray<(string Text, bool IsColumn)> parts) => _parts = parts;

    /// <summary>The columns that it reads.</summary>
    public IEnumerable<string> Columns => _parts.Where(part => part.IsColumn).Select(part => part.Text);

    /// <summary>Reads a template; false where a brace is not closed or stands alone.</summary>
    public static bool TryParse(string text, out TextTemplate template)
    {
        template = new TextTemplate([]);
        var parts = ImmutableArray.CreateBuilder<(string, bool)>();
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '{' or '}' && i + 1 < text.Length && text[i + 1] == text[i])
            {
                plain.Append(text[i++]);
                continue;
            }
            if (text[i] == '}') return false;
            if (text[i] != '{')
            {
                plain.Append(text[i]);
                continue;
            }
            var end = text.IndexOf('}', i);
            if (end < 0 || end == i + 1 || text.AsSpan(i + 1, end - i - 1).Contains('{')) return false;
            if (plain.Length > 0) parts.Add((plain.ToString(), false));
            plain.Clear();
            parts.Add((text[(i + 1)..end], true));
            i = end;
        }
        if (plain.Length > 0) parts.Add((plain.ToString(), false));
        template = new TextTemplate(parts.ToImmutable());
        return true;
    }

    /// <summary>The text with the values of its columns; empty where one of them is.</summary>
    public string Filled(Func<string, string> valueOf)
    {
        var text = new StringBuilder();
        foreach (var (part, isColumn) in _parts)
        {
            var value = isColumn ? valueOf(part) : part;
            if (value.Length == 0) return "";
            text.Append(value);
        }
        return text.ToString();
    }
}
