using System.Collections.Immutable;

namespace Assay.Mentions;

/// <summary>
/// Short forms that an article introduces itself: "Caspian Pipeline Consortium (CPC)", "Samruk-Kazyna (hereafter the Fund)". From there on they stand
/// for what was named, be it known to the record or not: the CPC of this article may not be that of the record.
/// </summary>
internal sealed class ShortForms(string text, LinkingWords words)
{
    private const int LongestAbbreviation = 8;
    private readonly Dictionary<string, Mention.Name> _forms = [];

    /// <summary>The elements of the next sentence, short forms linked to what they stand for.</summary>
    public ImmutableArray<Element> Apply(ImmutableArray<Element> elements)
    {
        for (var i = 0; i < elements.Length; i++)
        {
            if (elements[i].Name is { } name && _forms.TryGetValue(KeyOf(elements, i), out var meant) && !Same(name, meant))
                elements = elements.SetItem(i, elements[i] with { Mention = meant with { Span = elements[i].Span, Rejected = [.. name.Candidates.Where(c => !meant.Candidates.Contains(c)).Select(c => new RejectedLink(c, LinkRejection.AnotherMeant))] } });
            if (i >= 2 && Introduced(elements, i) is { } key) elements = Introduce(elements, i, key);
        }
        return elements;
    }

    /// <summary>The key of the short form that stands here in brackets; null: none does.</summary>
    private string? Introduced(ImmutableArray<Element> elements, int at)
    {
        if (elements[at].Name is null || at + 1 < elements.Length && !IsClosing(elements[at + 1]) || at + 1 == elements.Length) return null;
        var open = at - 1;
        var isTold = false;
        while (open > 0 && (elements[open].IsWord && words.Introducing.Contains(elements[open].Text) || elements[open] is { IsMark: true, Text: "\"" }))
        {
            isTold = true;
            open--;
        }
        if (open < 1 || elements[open] is not { IsMark: true, Text: "(" }) return null;
        var full = elements[open - 1];
        if (isTold) return full.Name is not null || full.IsOpenWord ? KeyOf(elements, at) : null;
        return full.Name is { } named && IsAbbreviation(elements[at]) && (IsInitials(elements[at].Text, full.Text) || !named.Candidates.IsEmpty && elements[at].Name!.Candidates.IsEmpty && IsWithin(elements[at].Text, full.Text))
            ? KeyOf(elements, at) : null;
    }

    private ImmutableArray<Element> Introduce(ImmutableArray<Element> elements, int at, string key)
    {
        var open = at - 1;
        while (elements[open].Text != "(") open--;
        var full = elements[open - 1].Name;
        var meant = new Mention.Name(full?.Candidates ?? [], full is null or { Candidates.IsEmpty: true } ? NameVia.None : NameVia.Introduced) { Span = default };
        var own = elements[at].Name!;
        if (Same(own, meant)) return elements;
        _forms[key] = meant;
        return elements.SetItem(at, elements[at] with { Mention = meant with { Span = elements[at].Span, Rejected = [.. own.Candidates.Where(c => !meant.Candidates.Contains(c)).Select(c => new RejectedLink(c, LinkRejection.AnotherMeant))] } });
    }

    /// <summary>A short form as it is looked for later: as it is written, and whether "the" stands before it.</summary>
    private string KeyOf(ImmutableArray<Element> elements, int at)
    {
        var form = text[elements[at].Span.Start..elements[at].Span.End];
        return at > 0 && elements[at - 1].Text == "the" && !IsAbbreviation(elements[at]) ? $"the {form}" : form;
    }

    private bool IsAbbreviation(Element element) => element.Span.Length is >= 2 and <= LongestAbbreviation && text.AsSpan(element.Span.Start, element.Span.Length) is var form && !form.ContainsAnyExceptInRange('A', 'Z');

    /// <summary>Whether the letters are the first letters of the words, small words counted or not.</summary>
    private static bool IsInitials(string letters, string full)
    {
        var parts = full.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(part => char.IsLetter(part[0])).ToList();
        return letters == string.Concat(parts.Select(part => part[0])) || letters == string.Concat(parts.Where(part => part is not ("of" or "the" or "and" or "for" or "de")).Select(part => part[0]));
    }

    /// <summary>Whether the letters stand in the name in that order, the first at its head.</summary>
    private static bool IsWithin(string letters, string full)
    {
        if (full[0] != letters[0] || letters.Length < 3) return false;
        var at = 0;
        foreach (var letter in full)
            if (at < letters.Length && letter == letters[at]) at++;
        return at == letters.Length;
    }

    private static bool IsClosing(Element element) => element is { IsMark: true, Text: ")" or "\"" };

    private static bool Same(Mention.Name left, Mention.Name right) => left.Candidates.Select(c => c.EntityId).SequenceEqual(right.Candidates.Select(c => c.EntityId));
}
