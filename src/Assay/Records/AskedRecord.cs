using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Findings;

namespace Assay.Records;

/// <summary>
/// A record that is asked in people's words, for some days: names are looked up, and what cannot be asked so is refused with how to ask instead.
/// Safe to share between threads.
/// </summary>
public sealed class AskedRecord
{
    private readonly bool _isToday;
    private readonly Lazy<Assayer> _assayer;

    /// <summary>For some days.</summary>
    /// <param name="names">The record and its names.</param>
    /// <param name="days">The days asked about.</param>
    /// <param name="isToday">Whether nobody named the days and they are today.</param>
    /// <param name="assayer">Checks what is asked as a statement; null: one is made where it is needed.</param>
    public AskedRecord(RecordNames names, DayRange days, bool isToday, Lazy<Assayer>? assayer = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        (Names, Days, _isToday) = (names, days, isToday);
        _assayer = assayer ?? new Lazy<Assayer>(() => new Assayer(names.Evidence, names.Rules));
    }

    /// <summary>The record and its names.</summary>
    public RecordNames Names { get; }

    /// <summary>The days asked about.</summary>
    public DayRange Days { get; }

    /// <summary>How the asker spells what a question takes beside its subject: <c>at</c>, <c>since</c>, <c>goods</c>. A refusal names it so.</summary>
    public Func<string, string> Spelling { get; init; } = name => name;

    /// <summary>Who owns an asset or company, or what a country produces.</summary>
    /// <param name="subject">The asset, company or country.</param>
    /// <param name="goods">Of a country: the commodity; null: all.</param>
    /// <param name="by">By what owners are told apart; null: both ways.</param>
    /// <exception cref="AskingException">It cannot be asked so.</exception>
    public RecordView Own(string subject, string? goods, OwnedBy? by)
    {
        var owned = Names.Owned(subject);
        var commodity = goods is null ? null : Names.Goods(goods);
        if (commodity is not null && !OwnView.IsCountry(Names.Evidence, owned)) throw new AskingException($"{Spelling("goods")} goes with a country; {Names.Evidence.NameOf(owned)} is none");
        return Dated(OwnView.Of(Names.Evidence, Names.Rules, owned, commodity, by, Days));
    }

    /// <summary>Who belongs to a body.</summary>
    /// <exception cref="AskingException">It cannot be asked so.</exception>
    public RecordView Members(string body) => Dated(MembersView.Of(Names.Evidence, Names.Rules, Names.Body(body), Days));

    /// <summary>The agreements of a party, or between two.</summary>
    /// <param name="one">A party.</param>
    /// <param name="other">Another; null: any.</param>
    /// <param name="kind">Only those of this kind or with this topic; null: all.</param>
    /// <exception cref="AskingException">It cannot be asked so.</exception>
    public RecordView Agreements(string one, string? other, string? kind)
    {
        ImmutableArray<EntityId> parties = [.. new[] { one, other }.OfType<string>().Select(Names.Party)];
        if (parties.Distinct().Count() < parties.Length) throw new AskingException($"{Names.Evidence.NameOf(parties[0])} is named twice; name two parties or one");
        return Dated(AgreementsView.Of(Names.Evidence, Names.Rules, parties, kind is null ? [] : [Names.AgreementKind(kind)], Days));
    }

    /// <summary>The producers of a commodity in order.</summary>
    /// <exception cref="AskingException">It cannot be asked so.</exception>
    public RecordView Rank(string goods) => Dated(RankView.Of(Names.Evidence, Names.Rules, Names.Goods(goods), Days));

    /// <summary>By which ways a commodity leaves a country.</summary>
    /// <exception cref="AskingException">It cannot be asked so.</exception>
    public RecordView Routes(string goods, string origin)
    {
        var commodity = Names.Goods(goods);
        return Dated(RoutesView.Of(Names.Evidence, Names.Rules, commodity, Names.Entity(origin, entity => entity.Kind == EntityKind.State, "a country"), Days));
    }

    /// <summary>What ties two states, and what changed from a date on.</summary>
    /// <param name="one">A state.</param>
    /// <param name="other">Another.</param>
    /// <param name="since">The date; null: no changes are shown.</param>
    /// <exception cref="AskingException">It cannot be asked so.</exception>
    public RecordView Ties(string one, string other, PartialDate? since)
    {
        var (a, b) = (Names.State(one), Names.State(other));
        if (a == b) throw new AskingException($"{Names.Evidence.NameOf(a)} is named twice; name two states");
        if (since is { } start && start.First > Days.Last)
            throw new AskingException($"{Spelling("since")} {start} lies after {Days}; give an earlier date, or a later one with {Spelling("at")}");
        return Dated(TiesView.Of(Names.Evidence, Names.Rules, a, b, Days, since?.Days));
    }

    /// <summary>One question or statement in words, read as an article's are.</summary>
    /// <exception cref="AskingException">It cannot be read, or not be asked so.</exception>
    public RecordView Ask(string text)
    {
        var view = new AskedAnswer(Names, Days, _assayer).To(text);
        // What another view answers keeps the title of that.
        return Dated(view.Kind == "ask" ? view with { Title = text } : view);
    }

    private RecordView Dated(RecordView view) =>
        view with { Notes = [Names.Rules.Wording.Say(_isToday ? "record-at-today" : "record-at", ("days", Days.ToString())), .. view.Notes] };
}
