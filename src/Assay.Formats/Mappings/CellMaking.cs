using System.Globalization;
using Assay.Evidence;
using Assay.Formats.FollowTheMoney;
using Assay.Formats.Imports;
using Assay.Formats.Mappings.Tables;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;

namespace Assay.Formats.Mappings;

/// <summary>What keeps a cell from being made.</summary>
internal sealed record CellFault(string Code, string Found, string Expected, string Mend);

/// <summary>Makes single cells of the row of an input at which the reading stands.</summary>
/// <param name="valueOf">The value of a column.</param>
/// <param name="input">How the mapping says that text is to be understood.</param>
/// <param name="table">The table, which may say so itself.</param>
internal sealed class CellMaking(Func<string, string> valueOf, MappedInput input, InputTable table)
{
    /// <summary>Makes a cell.</summary>
    /// <param name="cell">What it is made of.</param>
    /// <param name="target">The column that it is for.</param>
    /// <param name="value">The cell; empty where the input has nothing.</param>
    /// <returns>What is wrong; null: nothing.</returns>
    public CellFault? TryMake(MappedCell cell, Column target, out string value)
    {
        value = "";
        if (cell.Items.Length > 0)
        {
            var items = new List<string>();
            foreach (var item in cell.Items)
            {
                if (TryMake(item, target, out var one) is { } fault) return fault;
                items.AddRange(one.Split('|'));
            }
            value = ImportSink.List(items);
            return null;
        }
        var text = Origin(cell, out var form);
        if (text.Length == 0) return null;
        if (!target.IsList) return TryOne(cell, target, text, form, out value);
        var parts = new List<string>();
        foreach (var part in cell.Separator.Length > 0 ? text.Split(cell.Separator) : [text])
        {
            if (part.Trim() is not { Length: > 0 } one) continue;
            if (TryOne(cell, target, one, form, out var made) is { } fault) return fault;
            parts.Add(made);
        }
        value = ImportSink.List(parts);
        return null;
    }

    /// <summary>Makes the three cells of a share of what people wrote: <c>12,5 %</c>, <c>25-50</c>, <c>&gt;25</c>.</summary>
    public CellFault? TryShare(MappedCell cell, out string least, out string most, out string exact)
    {
        (least, most, exact) = ("", "", "");
        var text = Translated(cell, Origin(cell, out var form), out var fault);
        if (fault is not null) return fault;
        if ((form?.Numbers ?? input.Numbers).TryRead(text, out var number) && number is > 0 and <= 100)
        {
            exact = Digits(number);
            return null;
        }
        // A number by the mapping's signs is that number, and no smaller one by others.
        if (number > 100) return new CellFault("share-range", $"'{text}', which is {Digits(number)}", "a share up to 100 %", "correct it, or name 'decimal' and 'thousands' of the input");
        var (outcome, range) = SharePhrase.Read(text);
        switch (outcome)
        {
            case ShareOutcome.Unknown:
                (least, most) = ("0", "100");
                return null;
            case ShareOutcome.Share when range.Least == range.Most:
                exact = Digits(range.Least);
                return null;
            case ShareOutcome.Share:
                (least, most) = ((range.IsAboveLeast ? ">" : "") + Digits(range.Least), (range.IsBelowMost ? "<" : "") + Digits(range.Most));
                return null;
            case ShareOutcome.BeyondWhole:
                return new CellFault("share-range", $"'{text}'", "a share up to 100 %", "correct it");
            default:
                return new CellFault("share", $"'{text}'", "a share, as 12.5, 12,5 %, 25-50 or >25", "correct it, or translate it in the mapping");
        }
    }

    private string Origin(MappedCell cell, out ColumnForm? form)
    {
        form = null;
        if (cell.Constant is { } constant) return constant;
        if (cell.Template is { } template) return template.Filled(valueOf);
        foreach (var column in cell.Columns)
        {
            var text = valueOf(column);
            if (text.Length == 0) continue;
            form = table.Forms.GetValueOrDefault(column);
            return text;
        }
        return "";
    }

    private CellFault? TryOne(MappedCell cell, Column target, string text, ColumnForm? form, out string value)
    {
        value = Translated(cell, text, out var fault);
        if (fault is not null || value.Length == 0) return fault;
        if (cell.Scheme.Length > 0)
        {
            value = ImportedId.Of(cell.Scheme, value);
            return null;
        }
        if (cell.Constant is not null) return null;
        switch (target.Kind)
        {
            case ColumnKind.Number or ColumnKind.Percent or ColumnKind.Rank:
                var sign = target.Sign is { } mark && value.StartsWith(mark) ? value[..1] : "";
                if (!(form?.Numbers ?? input.Numbers).TryRead(value[sign.Length..], out var number))
                    return new CellFault("bad-number", $"'{value}'", "a number in the form that the mapping names", "correct it, or name 'decimal' and 'thousands' of the input");
                value = sign + Digits(number);
                return null;
            case ColumnKind.Date:
                if (!DateText.TryRead(value, form?.Date is { } own ? [own, .. input.Dates] : input.Dates, out value))
                    return new CellFault("bad-date", $"'{value}'", "a date in one of the forms that the mapping names", "correct it, or name its form under 'dates' of the input");
                return null;
            case ColumnKind.Period:
                if (!Period.TryParse(value, out _) && !DateText.TryRead(value, form?.Date is { } dated ? [dated, .. input.Dates] : input.Dates, out value))
                    return new CellFault("bad-period", $"'{value}'", "a period, as 2024, 2024-Q3 or a day", "correct it, or translate it in the mapping");
                return null;
            case ColumnKind.Slug when value != Slugs.Of(value):
                var slug = Slugs.Of(value);
                if (slug.Length == 0) return new CellFault("bad-id", $"'{value}'", "a word of Latin letters or digits", "translate it in the mapping");
                value = slug;
                return null;
            case ColumnKind.Reference when target.Name == "country" && value.Length == 2 && value.All(char.IsAsciiLetter):
                // A state's id is its ISO 3166-1 code in small letters.
                value = value.ToLowerInvariant();
                return null;
            case ColumnKind.OwnId or ColumnKind.Reference when value.Any(letter => !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '-'):
                return new CellFault("bad-id", $"'{value}'", "an id of the record: lower-case letters, digits and hyphens", "name its 'scheme' in the mapping, or translate it");
            default:
                return null;
        }
    }

    private static string Translated(MappedCell cell, string text, out CellFault? fault)
    {
        fault = null;
        if (cell.Translation is not { } translation || text.Length == 0) return text;
        if (translation.Values.TryGetValue(text, out var found)) return found;
        if (translation.Otherwise == Untranslated.Refuse) fault = new CellFault("no-translation", $"'{text}'", $"a value that the translation '{translation.Name}' has", "add it there, or say what becomes of others with 'otherwise'");
        return translation.Otherwise == Untranslated.Keep ? text : "";
    }

    private static string Digits(decimal number) => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}
