using System.Collections.Immutable;
using Assay.Articles;
using Assay.Evidence;
using Assay.Mentions;
using Assay.Questions;

namespace Assay.Claims;

/// <content>Amounts, and shares of totals, routes and trade.</content>
internal sealed partial class ClaimBuilder
{
    private readonly PlainFigures _plainFigures = new(article, lexicon);

    private IEnumerable<Part> Quantities(FrameMatch match)
    {
        var figure = match.Of("amount").FirstOrDefault()?.Element;
        var unit = figure is null ? null : _plainFigures.UnitAfter(match, figure);
        if (figure?.Mention is not Mention.Figure amount || match.Of("subject") is not [var subject] || unit is not { } read)
            return Open(match);
        var said = article.Text[figure.Span.Start..read.Span.End];
        var goods = GoodsOf(match) ?? GoodsIn(match, read.Span);
        if (QuantityBand.Of(amount, read.Word, units, said) is not { } band || goods is null && match.Frame.Counts != "throughput") return Open(match);
        var span = match.Span.Cover(read.Span);
        var isClear = _plainFigures.Are(match, read.Span) && IsPeriodSaid(match, read.Word) && NamesOutput(match);
        return [new Part(span, ClaimKind.Quantity, isClear ? new Content.Quantity(PartyOf(subject), goods ?? "", match.Frame.Counts) : Unclear(span), band)];
    }

    private IEnumerable<Part> SharesOfTotal(FrameMatch match)
    {
        if (match.Of("share") is not [var share] || match.Of("subject") is not [var subject] || GoodsOf(match) is not { } goods) return Open(match);
        var whole = match.Of("whole").FirstOrDefault();
        var total = whole is null ? new Party("world", [World], HolderSense.Itself) : PartyOf(whole);
        return [new Part(match.Span, ClaimKind.ShareOfTotal, _plainFigures.Are(match, null) && SaysOutput(match) ? new Content.ShareOfTotal(PartyOf(subject), goods, match.Frame.Counts, total) : Unclear(match.Span), BandOf(share))];
    }

    private IEnumerable<Part> RouteShares(FrameMatch match)
    {
        if (match.Of("share") is not [var share] || match.Of("by") is not [var by] || match.Of("of") is not [var origin] || GoodsOf(match) is not { } goods) return Open(match);
        var content = new Content.RouteShare(PartyOf(origin), goods, PartyOf(by), match.Frame.Counts == "exports");
        return [new Part(match.Span, ClaimKind.RouteShare, _plainFigures.Are(match, null) ? content : Unclear(match.Span), BandOf(share))];
    }

    private IEnumerable<Part> TradeShares(FrameMatch match)
    {
        if (match.Of("share") is not [var share] || match.Of("partner") is not [var partner] || match.Of("country") is not [var country] || match.Frame.Counts.Length == 0) return Open(match);
        var content = new Content.TradeShare(PartyOf(country), match.Frame.Counts, PartyOf(partner));
        return [new Part(match.Span, ClaimKind.TradeShare, _plainFigures.Are(match, null) ? content : Unclear(match.Span), BandOf(share))];
    }

    /// <summary>"Accounts for 12 % of the world's uranium": of what is mined, or of what lies in the ground? A noun or the verb must say.</summary>
    private static bool SaysOutput(FrameMatch match) => !match.Matched.Any(e => e.Verb is { Lemma: "account" or "make" or "represent" })
        || match.Matched.Any(e => e.Text.Split(' ')[^1] is "production" or "output" or "mining" or "supply");

    private static readonly EntityId World = new("world");

    private static Expectation.Band? BandOf(Filler share) => (share.Element.Mention as Mention.Figure)?.Band;

    private static string? GoodsOf(FrameMatch match) => (match.Of("goods").FirstOrDefault()?.Element.Mention as Mention.Goods)?.Commodity.Id;

    /// <summary>"1.8 million barrels a day": the unit names the goods.</summary>
    private static string? GoodsIn(FrameMatch match, TextSpan unit) =>
        match.Elements.Where(e => unit.Contains(e.Span)).Select(e => e.Mention).OfType<Mention.Goods>().FirstOrDefault()?.Commodity.Id;

    /// <summary>An amount is one of a period: a year said, "a year", or a daily rate. "Produces 20,000 tonnes" may be of a day.</summary>
    private bool IsPeriodSaid(FrameMatch match, UnitWord unit)
    {
        var elements = match.Clause?.Elements ?? match.Elements;
        return units[unit.Unit] is { IsPerDay: true } || elements.Any(e => e.Mention is Mention.Time || e.IsWord && e.Text is "year" or "annually");
    }

    /// <summary>Where a figure is said to be of goods without a verb that makes them, a noun must say of what about them: "oil output was".</summary>
    private static bool NamesOutput(FrameMatch match)
    {
        if (match.Matched.Any(e => e.Verb is { IsFinite: true, Lemma: not ("be" or "reach" or "total" or "amount" or "stand" or "come") })) return true;
        return match.Matched.Any(e => e.IsWord && match.Frame.Says(e) && e.IsOpenWord)
            || match.Of("goods") is [var goods] && goods.Element.Text.Contains(' ', StringComparison.Ordinal) && match.Frame.Words.Contains(goods.Element.Text.Split(' ')[^1]);
    }
}
