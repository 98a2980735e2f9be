using Assay.Articles;

namespace Assay.Formats.Annotations;

/// <summary>Turns places in a text from UTF-16 units into Unicode code points. Half a surrogate pair counts as one.</summary>
internal sealed class CodePoints
{
    private readonly string _text;

    // The places of the second halves of all pairs before which one unit too many was counted.
    private readonly List<int> _seconds = [];

    public CodePoints(string text)
    {
        _text = text;
        for (var i = 1; i < text.Length; i++)
        {
            if (!char.IsSurrogatePair(text[i - 1], text[i])) continue;
            _seconds.Add(i);
            i++;
        }
    }

    /// <summary>How many code points stand before a place; one inside a pair is taken for the place before the pair.</summary>
    public int Before(int place)
    {
        var at = _seconds.BinarySearch(place);
        return at >= 0 ? place - at - 1 : place - ~at;
    }

    /// <summary>The text before a span, so many code points of it at most.</summary>
    public string Leading(TextSpan span, int most)
    {
        var start = span.Start;
        for (; most > 0 && start > 0; most--) start -= start > 1 && char.IsSurrogatePair(_text[start - 2], _text[start - 1]) ? 2 : 1;
        return _text[start..span.Start];
    }

    /// <summary>The text after a span, so many code points of it at most.</summary>
    public string Following(TextSpan span, int most)
    {
        var end = span.End;
        for (; most > 0 && end < _text.Length; most--) end += end + 1 < _text.Length && char.IsSurrogatePair(_text[end], _text[end + 1]) ? 2 : 1;
        return _text[span.End..end];
    }
}
