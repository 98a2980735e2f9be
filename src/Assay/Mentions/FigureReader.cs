using System.Collections.Immutable;
using System.Globalization;
using Assay.Articles;
using Assay.Claims;

namespace Assay.Mentions;

/// <summary>Reads figures: digits or words, with hedge, multiplier, percent sign, currency or unit, as a band of values that would fit.</summary>
internal sealed class FigureReader(Lexicon lexicon)
{
    private static readonly Hedge Plain = new("", 0, 0, false, false);

    /// <summary>The figure that begins at a token, hedge included; how many tokens it takes, or 0.</summary>
    public int Match(string text, ImmutableArray<Token> tokens, int at, out Mention.Figure? figure)
    {
        figure = null;
        if (tokens[at].Kind == TokenKind.Word && (tokens[at].Word.Opens & Opening.Figure) == 0) return 0;
        var i = at;
        var hedge = Plain;
        var hedgeLength = lexicon.Hedges.Match(tokens, i, out var said);
        if (hedgeLength > 0)
        {
            hedge = said!;
            i += hedgeLength;
            if (i < tokens.Length && tokens[i].Folded is "the") i++;
        }
        if (i >= tokens.Length) return 0;

        var fraction = lexicon.Fractions.Match(tokens, i, out var part);
        if (fraction > 0 && IsPart(tokens, i, i + fraction))
        {
            var end = i + fraction;
            if (part is { } percent && hedge == Plain) hedge = lexicon.FractionHedge;
            figure = Make(tokens, at, end, part, "%", part is { } p ? Band(p, 0, hedge, "%", Said(end)) : Most(Said(end))) with { Hedge = hedgeLength > 0 ? hedge : null };
            return end - at;
        }

        var currency = "";
        if (tokens[i].Folded is "$" or "€" or "£" or "¥" or "₽" && i + 1 < tokens.Length) currency = tokens[i++].Folded;
        var (value, digits, length) = Number(tokens, i);
        if (length == 0) return 0;
        if (Grouped(tokens, i, value, digits) is { } whole) (value, length) = whole;
        var next = i + length;
        if (RangeEnd(tokens, next, value) is { } range)
        {
            figure = Make(tokens, at, range.End, (value + range.High) / 2, "%", new Expectation.Band(value, range.High, "%", Said(range.End)));
            return range.End - at;
        }
        var unit = currency;
        var lastDigit = LastDigit(value, digits, tokens[i].Kind == TokenKind.Number);
        if (next < tokens.Length && lexicon.Multipliers.TryGetValue(tokens[next].Folded, out var multiplier) && (tokens[next].Folded.Length > 1 || tokens[next].IsGlued))
        {
            // "20 million" is as exact as its digits: to the million.
            lastDigit = digits > 0 ? lastDigit * multiplier : multiplier;
            value *= multiplier;
            digits = Math.Max(0, digits);
            next++;
            if (next + 1 < tokens.Length && tokens[next] is { Folded: ".", IsGlued: true } && lexicon.Abbreviations.Contains(tokens[next - 1].Folded)) next++;
        }
        if (next < tokens.Length)
        {
            var percent = lexicon.PercentWords.Match(tokens, next, out _);
            if (percent > 0)
            {
                unit = "%";
                next += percent;
            }
            else if (unit.Length == 0 && tokens[next].Kind == TokenKind.Word && !tokens[next].IsCapitalised
                && !lexicon.Is(tokens[next].Folded, WordClass.Closed))
            {
                unit = tokens[next].Folded;
            }
        }
        if (hedgeLength > 0 && unit.Length == 0 && value is >= 1000 and <= 2100 && digits == 0) return 0;
        figure = Make(tokens, at, next, value, unit, Band(value, digits, hedge, unit, Said(next))) with { LastDigit = lastDigit, Hedge = hedgeLength > 0 ? hedge : null };
        return next - at;

        string Said(int end) => text[tokens[at].Span.Start..tokens[end - 1].Span.End];
    }

    /// <summary>"40 to 45 %", "between 40 and 45 percent", "40-45%": the upper figure and where it ends.</summary>
    private (decimal High, int End)? RangeEnd(ImmutableArray<Token> tokens, int at, decimal low)
    {
        if (at < tokens.Length && lexicon.PercentWords.Match(tokens, at, out _) is var first and > 0) at += first;
        if (at + 2 > tokens.Length - 1 || tokens[at].Folded is not ("to" or "and" or "-" or "or") && lexicon.Inflection?.RangeWords.Contains(tokens[at].Folded) != true) return null;
        if (tokens[at + 1].Kind != TokenKind.Number) return null;
        var (high, _, length) = Number(tokens, at + 1);
        var end = at + 1 + length;
        if (length == 0 || high < low || end >= tokens.Length) return null;
        var percent = lexicon.PercentWords.Match(tokens, end, out _);
        return percent > 0 ? (high, end + percent) : null;
    }

    /// <summary>"three and a half years" and "most people" are no shares: a part is a part of something.</summary>
    private bool IsPart(ImmutableArray<Token> tokens, int from, int to)
    {
        if (lexicon.Inflection is not null) return true;
        if (from > 0 && tokens[from - 1].Folded is "and" && tokens[to - 1].Folded == "half") return false;
        if (to + 2 < tokens.Length && tokens[to].Folded == "of" && tokens[to + 1].Folded is "a" or "one" && tokens[to + 2].Folded.StartsWith("per", StringComparison.Ordinal)) return false;
        return to >= tokens.Length || tokens[to].Kind == TokenKind.Mark || tokens[to].Folded is "of" or "the" or "its" or "their" or "his" or "in" or "stake" or "share" or "shares" or "interest" or "by" or "belongs" or "belong" or "to" or "and" or "stakes" or "ownership";
    }

    /// <summary>"21 227": digits in groups of three, parted by spaces, as many languages write them.</summary>
    private (decimal Value, int Length)? Grouped(ImmutableArray<Token> tokens, int at, decimal value, int digits)
    {
        if (lexicon.Inflection is null || tokens[at].Kind != TokenKind.Number || digits > 0 || value is < 1 or >= 1000) return null;
        var length = 1;
        while (at + length < tokens.Length && tokens[at + length] is { Kind: TokenKind.Number, IsGlued: false, Span.Length: 3 } group
            && group.Span.Start - tokens[at + length - 1].Span.End == 1 && int.TryParse(group.Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var next) && length < 5)
        {
            value = value * 1000 + next;
            length++;
        }
        return length == 1 ? null : (value, length);
    }

    private (decimal Value, int Digits, int Length) Number(ImmutableArray<Token> tokens, int at)
    {
        if (tokens[at].Kind == TokenKind.Number)
        {
            var plain = tokens[at].Folded;
            var comma = plain.LastIndexOf(',');
            if (comma >= 0 && (plain.Length - comma - 1 != 3 || lexicon.Inflection is not null) && !plain.Contains('.', StringComparison.Ordinal)) plain = plain.Replace(',', '.');
            plain = plain.Replace(",", "", StringComparison.Ordinal);
            if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > 1e15m) return (0, 0, 0);
            var point = plain.IndexOf('.', StringComparison.Ordinal);
            return (value, point < 0 ? 0 : plain.Length - point - 1, 1);
        }
        if (!lexicon.Numerals.TryGetValue(tokens[at].Folded, out var word)) return (0, 0, 0);
        if (word == 1 && !(at + 1 < tokens.Length && lexicon.Multipliers.ContainsKey(tokens[at + 1].Folded))) return (0, 0, 0);
        if (word >= 20 && at + 2 < tokens.Length && tokens[at + 1].Folded == "-" && lexicon.Numerals.TryGetValue(tokens[at + 2].Folded, out var unit) && unit < 10)
            return (word + unit, 0, 3);
        return (word, 0, 1);
    }

    /// <summary>A bare whole figure is right within a point (a share) or a twentieth; one with decimals within one and a half units of the last.</summary>
    internal static Expectation.Band Band(decimal value, int digits, Hedge hedge, string unit, string said)
    {
        var slack = digits > 0 ? 1.5m / Power(digits) : unit == "%" ? Math.Max(1m, value * 0.05m) : value * 0.05m;
        var low = hedge.Below is { } below ? value - Math.Max(slack, value * below) : (decimal?)null;
        var high = hedge.Above is { } above ? value + Math.Max(slack, value * above) : (decimal?)null;
        if (hedge.OpenLow) low = value;
        else if (hedge.Above is null && hedge.Below is not null) low = value - slack / 2;
        if (hedge.OpenHigh) high = value;
        else if (hedge.Below is null && hedge.Above is not null) high = value + slack / 2;
        if (low < 0) low = 0;
        if (unit == "%" && high > 100 && value <= 100) high = 100;
        // A bare figure bears out what rounds to it: half a unit of its last digit.
        var rounds = 0.5m / Power(digits);
        var margin = hedge is { Below: 0, Above: 0, OpenLow: false, OpenHigh: false } && unit == "%" && slack > rounds ? slack - rounds : 0;
        return new Expectation.Band(low, high, unit, said) { LowIsOpen = hedge.OpenLow, HighIsOpen = hedge.OpenHigh, Margin = margin };
    }

    /// <summary>What the last digit of a number counts: its last place, or the last that is no nought.</summary>
    private static decimal LastDigit(decimal value, int digits, bool isWritten)
    {
        if (digits > 0 || !isWritten || value == 0) return 1 / Power(digits);
        var unit = 1m;
        while (value % (unit * 10) == 0) unit *= 10;
        return unit;
    }

    private static Expectation.Band Most(string said) => new(50, null, "%", said) { LowIsOpen = true };

    private static decimal Power(int digits)
    {
        var power = 1m;
        for (var i = 0; i < Math.Min(digits, 8); i++) power *= 10;
        return power;
    }

    private static Mention.Figure Make(ImmutableArray<Token> tokens, int from, int to, decimal? value, string unit, Expectation.Band band)
    {
        return new Mention.Figure(value, unit, band) { Span = new TextSpan(tokens[from].Span.Start, tokens[to - 1].Span.End) };
    }
}
