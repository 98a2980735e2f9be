namespace Assay.Mentions;

/// <summary>What a span found in a text is.</summary>
public enum SpanKind
{
    /// <summary>A name.</summary>
    Name,
    /// <summary>A date.</summary>
    Date,
    /// <summary>A number that is no date.</summary>
    Number,
}

/// <summary>A name, date or number found in a text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after its last.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">For a name its number in the <see cref="NameTable"/>, else -1.</param>
public readonly record struct FoundSpan(int Start, int End, SpanKind Kind, int Name);

/// <summary>
/// Finds names, dates and numbers in a text, none inside another: the first step of reading by itself. What <see cref="ArticleParser"/> reads
/// goes through the same scanner, names and dates. Safe to share between threads.
/// </summary>
public sealed class SpanFinder
{
    private readonly NameTable _names;
    private readonly DateFinder _dates;

    /// <summary>For names, and dates in a language.</summary>
    public SpanFinder(NameTable names, Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(lexicon);
        _names = names;
        _dates = new DateFinder(lexicon);
    }

    /// <summary>Finds what stands in a part of a text, offsets into the whole; the lists are emptied first and can be used again.</summary>
    public void Find(ReadOnlySpan<char> text, int from, int to, TokenList tokens, List<FoundSpan> found)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(found);
        tokens.Clear();
        found.Clear();
        Scanner.Scan(text, from, to, tokens);
        var items = tokens.Items;
        var places = tokens.Openings(_names.HasSmall);
        _names.Warm(items, places);
        var next = 0;
        foreach (var i in places)
        {
            if (i < next) continue;
            ref readonly var token = ref items[i];
            var (length, kind, name) = (0, SpanKind.Name, -1);
            if (token.Kind == TokenKind.Word) length = _names.Match(text, items, i, out name);
            if (length == 0)
            {
                length = _dates.Match(text, items, i).Length;
                kind = SpanKind.Date;
            }
            if (length == 0 && token.Kind == TokenKind.Number) (length, kind) = (1, SpanKind.Number);
            if (length == 0) continue;
            next = i + length;
            found.Add(new FoundSpan(token.Start, items[next - 1].End, kind, name));
        }
    }
}
