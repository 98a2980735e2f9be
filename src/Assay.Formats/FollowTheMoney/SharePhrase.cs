using System.Globalization;
using System.Text.RegularExpressions;

namespace Assay.Formats.FollowTheMoney;

/// <summary>How far the text of a share was understood.</summary>
internal enum ShareOutcome
{
    /// <summary>It tells a share or a range.</summary>
    Share,
    /// <summary>It says that the share is not known: nothing, <c>n/a</c>, nought.</summary>
    Unknown,
    /// <summary>It says something that the reader has no words for.</summary>
    NotUnderstood,
    /// <summary>It tells more than the whole.</summary>
    BeyondWhole,
}

/// <summary>
/// Reads a share that people typed: <c>12,5 %</c>, <c>&gt;25%</c>, <c>25-50</c>, <c>75 or more</c>, <c>50 % + 1 share</c>, <c>1/3</c>, <c>majority</c>.
/// A number is percent as it stands: <c>0.5</c> is half a percent. What might mean two things is not understood, and then tells nothing.
/// The words are data (<c>shares.yaml</c>).
/// </summary>
internal ref partial struct SharePhrase
{
    private const int LongestText = 200;
    private readonly ShareWords _words;
    private readonly List<string> _pieces;
    private int _at;
    private bool _hasPercent, _hasBeside, _isPhrase;

    private SharePhrase(List<string> pieces, ShareWords words)
    {
        _words = words;
        _pieces = pieces;
    }

    private enum Limit { Exact, Lower, Upper }

    private readonly record struct Bound(Limit Limit, decimal Low, decimal High, bool IsOutside, bool IsSaid);

    /// <summary>Reads a text; the range is <see cref="ShareRange.Whole"/> unless it tells a share.</summary>
    public static (ShareOutcome Outcome, ShareRange Range) Read(string text) => Read(text, ShareWords.Embedded);

    private static (ShareOutcome Outcome, ShareRange Range) Read(string text, ShareWords words)
    {
        if (string.IsNullOrWhiteSpace(text)) return (ShareOutcome.Unknown, ShareRange.Whole);
        if (text.Length > LongestText) return (ShareOutcome.NotUnderstood, ShareRange.Whole);
        var pieces = ShareSplitter.Split(text);
        var whole = string.Join(' ', pieces);
        if (pieces.Count == 0 || words.Can(whole, ShareSign.Unknown)) return (ShareOutcome.Unknown, ShareRange.Whole);
        var (outcome, range) = words.FiguresOf(whole) is { } figures ? Read(figures, words) : new SharePhrase(pieces, words).Read(text.AsSpan());
        return outcome == ShareOutcome.Share ? (outcome, range) : (outcome, ShareRange.Whole);
    }

    private (ShareOutcome Outcome, ShareRange Range) Read(ReadOnlySpan<char> text)
    {
        if (Interval(text) is { } interval) return Checked(interval);
        var isBetween = Take(ShareSign.Between);
        if (!TryBound(out var first)) return Lost;
        if (_at == _pieces.Count) return isBetween || (_hasBeside && !_hasPercent && !_isPhrase) ? Lost : Checked(RangeOf(first));
        var isTo = Take(ShareSign.To);
        var isAnd = !isTo && Take(ShareSign.And);
        if (!TryBound(out var second) || _at < _pieces.Count || (_hasBeside && !_hasPercent)) return Lost;
        return (first.Limit, second.Limit) switch
        {
            (Limit.Exact, Limit.Exact) when isTo || (isAnd && isBetween) => Checked(Joined(first, second)),
            (Limit.Lower, Limit.Exact) when isTo => Checked(Joined(first, second)),
            (Limit.Exact, Limit.Upper) when !isAnd && second.IsSaid => Checked(Joined(first, second)),
            (Limit.Lower, Limit.Upper) => Checked(Joined(first, second)),
            (Limit.Upper, Limit.Lower) when !isTo => Checked(Joined(second, first)),
            _ => Lost,
        };
    }

    private static (ShareOutcome, ShareRange) Lost => (ShareOutcome.NotUnderstood, ShareRange.Whole);

    private static (ShareOutcome, ShareRange) Checked(ShareRange range)
    {
        if (range.Least > 100 || range.Most > 100) return (ShareOutcome.BeyondWhole, range);
        if (range.Least > range.Most || (range.Least == range.Most && (range.IsAboveLeast || range.IsBelowMost))) return Lost;
        return range.Most == 0 ? (ShareOutcome.Unknown, range) : (ShareOutcome.Share, range);
    }

    private static ShareRange RangeOf(Bound bound) => bound.Limit switch
    {
        Limit.Lower => new(bound.Low, Math.Max(100, bound.Low), bound.IsOutside),
        Limit.Upper => new(0, bound.High, IsBelowMost: bound.IsOutside),
        _ => new(bound.Low, bound.High),
    };

    private static ShareRange Joined(Bound low, Bound high) => new(low.Low, high.High, low.IsOutside, high.IsOutside);

    /// <summary>A number or a phrase for one, with what stands before and after it.</summary>
    private bool TryBound(out Bound bound)
    {
        bound = default;
        TakeBeside();
        var said = TakeLongest(ShareSign.Above, ShareSign.AtLeast, ShareSign.Below, ShareSign.AtMost);
        TakeBeside();
        if (!TryNumber(out var low, out var high)) return false;
        TakeBeside();
        if (said is null && low == high)
        {
            if (TakeOneShare(ShareSign.OrMore)) said = ShareSign.Above;
            else if (TakeOneShare(ShareSign.Minus) || TakeOneShare(ShareSign.To)) said = ShareSign.Below;
            else if (Take(ShareSign.OrMore)) said = ShareSign.AtLeast;
            else if (Take(ShareSign.OrLess)) said = ShareSign.AtMost;
            TakeBeside();
        }
        bound = said switch
        {
            ShareSign.Above or ShareSign.AtLeast => new(Limit.Lower, low, high, said == ShareSign.Above, true),
            ShareSign.Below or ShareSign.AtMost => new(Limit.Upper, low, high, said == ShareSign.Below, true),
            _ => new(Limit.Exact, low, high, false, false),
        };
        return true;
    }

    // "50 % + 1 share", "50+1": a share more than the half. One share of how many is not said.
    private bool TakeOneShare(ShareSign sign)
    {
        var before = _at;
        if (Take(sign))
        {
            if (Take(ShareSign.OneShare)) return true;
            if (sign == ShareSign.OrMore && _at == _pieces.Count - 1 && _pieces[_at] == "1")
            {
                _at++;
                return true;
            }
        }
        _at = before;
        return false;
    }

    private bool TryNumber(out decimal low, out decimal high)
    {
        if (TryFigure(out low))
        {
            high = low;
            return _at >= _pieces.Count || _pieces[_at] != "/" || TryFraction(low, out low, out high);
        }
        high = 0;
        for (var length = Math.Min(_words.MostWords, _pieces.Count - _at); length > 0; length--)
        {
            if (_words.FiguresOf(Phrase(length)) is not { } figures) continue;
            if (Read(figures, _words) is not (ShareOutcome.Share, { IsAboveLeast: false, IsBelowMost: false } range)) return false;
            (low, high, _isPhrase) = (range.Least, range.Most, true);
            _at += length;
            return true;
        }
        return false;
    }

    private bool TryFigure(out decimal number)
    {
        number = 0;
        if (_at >= _pieces.Count || _pieces[_at] is not { Length: <= 20 } piece || !piece.Any(char.IsAsciiDigit)) return false;
        var comma = piece.IndexOf(',', StringComparison.Ordinal);
        // "12,500" is twelve and a half to some and twelve and a half thousand to others.
        if (comma >= 0 && (piece.Length - comma == 4 || piece.Contains('.', StringComparison.Ordinal))) return false;
        if (!decimal.TryParse(piece.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)) return false;
        _at++;
        return true;
    }

    // Parts that are no finite decimal are rounded outward. "50/50" and "49/51" set two holders side by side and are no fractions.
    private bool TryFraction(decimal parts, out decimal low, out decimal high)
    {
        (low, high) = (0, 0);
        _at++;
        if (!TryFigure(out var all) || all == 0 || parts > all || (parts == all && parts != 1) || parts + all == 100) return false;
        if (parts != decimal.Truncate(parts) || all != decimal.Truncate(all) || (_at < _pieces.Count && _words.Can(_pieces[_at], ShareSign.Percent))) return false;
        const decimal Unit = 1_000_000_000m;
        var scaled = parts / all * 100 * Unit;
        (low, high) = (decimal.Floor(scaled) / Unit, decimal.Ceiling(scaled) / Unit);
        _hasPercent = true;
        return true;
    }

    private bool Take(ShareSign sign) => TakeLongest(sign) is not null;

    private ShareSign? TakeLongest(params ReadOnlySpan<ShareSign> signs)
    {
        for (var length = Math.Min(_words.MostWords, _pieces.Count - _at); length > 0; length--)
        {
            var phrase = Phrase(length);
            foreach (var sign in signs)
            {
                if (!_words.Can(phrase, sign)) continue;
                _at += length;
                return sign;
            }
        }
        return null;
    }

    private void TakeBeside()
    {
        while (TakeLongest(ShareSign.Percent, ShareSign.Beside) is { } sign)
        {
            _hasPercent |= sign == ShareSign.Percent;
            _hasBeside |= sign == ShareSign.Beside;
        }
    }

    private readonly string Phrase(int length) => length == 1 ? _pieces[_at] : string.Join(' ', _pieces.GetRange(_at, length));

    // A bracket that is square tells an interval; round ones alone may hold one number with a comma.
    private static ShareRange? Interval(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('[', ']') < 0) return null;
        var match = IntervalForm().Match(text.ToString());
        if (!match.Success) return null;
        var (least, most) = (decimal.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), decimal.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture));
        return new ShareRange(least, most, match.Groups[1].Value != "[", match.Groups[4].Value != "]");
    }

    [GeneratedRegex(@"^\s*([\[(\]])\s*([0-9]{1,4}(?:\.[0-9]{1,9})?)\s*%?\s*[,;]\s*([0-9]{1,4}(?:\.[0-9]{1,9})?)\s*%?\s*([\])\[])\s*$")]
    private static partial Regex IntervalForm();
}
