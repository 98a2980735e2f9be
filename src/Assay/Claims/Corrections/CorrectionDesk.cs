using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Assay.Articles;
using Assay.Evidence;

namespace Assay.Claims.Corrections;

/// <summary>The claims while corrections are applied to them, one after the other.</summary>
internal sealed class CorrectionDesk(Article article, ImmutableArray<Claim> found, PartialDate? asOf, ClaimFormReader reader)
{
    private readonly List<Claim> _claims = [.. found];
    private readonly List<DroppedClaim> _dropped = [];
    private readonly List<SetAside> _aside = [];
    private int _at = -1;
    private int _last = found.Select(claim => NumberOf(claim.Id)).DefaultIfEmpty(0).Max();

    public void Apply(Correction correction)
    {
        _at++;
        var ids = NewIds(correction);
        var misfit = correction switch
        {
            Correction.Change change => Change(change),
            Correction.Drop drop => Drop(drop),
            Correction.Add add => Add(add, ids[0]),
            Correction.Split split => Split(split, ids),
            Correction.Merge merge => Merge(merge),
            _ => throw new UnreachableException($"No such correction: {correction.GetType().Name}"),
        };
        if (misfit is { } wrong) _aside.Add(new SetAside(_at, correction, wrong.Why, wrong.Text, wrong.Problems));
    }

    public CorrectedClaims Result() => new()
    {
        Claims = [.. _claims.OrderBy(claim => claim.Span.Start).ThenBy(claim => claim.Span.End).ThenBy(claim => NumberOf(claim.Id))],
        Dropped = [.. _dropped],
        SetAside = [.. _aside],
    };

    private sealed record Wrong(Misfit Why, string Text)
    {
        public ImmutableArray<FormProblem> Problems { get; init; } = [];
    }

    private static int NumberOf(string id) => id.Length > 1 && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private ImmutableArray<string> NewIds(Correction correction)
    {
        var many = correction switch { Correction.Add => 1, Correction.Split split => Math.Max(0, split.Parts.Length - 1), _ => 0 };
        _last += many;
        return [.. Enumerable.Range(_last - many + 1, many).Select(number => string.Create(CultureInfo.InvariantCulture, $"c{number}"))];
    }

    private Wrong? Change(Correction.Change change)
    {
        if (Find(change.Claim, out var claim) is { } gone) return gone;
        if (Read(change.Form, claim!.Id, new QuotedSpan(claim.Span, claim.Quote), claim, out var changed) is { } wrong) return wrong;
        _claims[_claims.IndexOf(claim)] = changed! with { Correction = Next(CorrectionKind.Changed, claim) };
        return null;
    }

    private Wrong? Drop(Correction.Drop drop)
    {
        if (string.IsNullOrWhiteSpace(drop.Reason)) return new Wrong(Misfit.NoReason, "no reason is given for dropping the claim");
        if (drop.Reason.Length > ClaimFormReader.LongestField || !FormCheck.IsPlain(drop.Reason)) return new Wrong(Misfit.NoReason, $"the reason is not one line of at most {ClaimFormReader.LongestField} characters");
        if (Find(drop.Claim, out var claim) is { } gone) return gone;
        _claims.Remove(claim!);
        _dropped.Add(new DroppedClaim(claim!, drop.Reason.Trim(), "", _at));
        return null;
    }

    private Wrong? Add(Correction.Add add, string id)
    {
        if (Check(add.Claim.At) is { } misplaced) return misplaced;
        if (Read(add.Claim.Form, id, add.Claim.At, null, out var claim) is { } wrong) return wrong;
        _claims.Add(claim! with { Correction = new ClaimCorrection(CorrectionKind.Added, [_at], []) });
        return null;
    }

    private Wrong? Split(Correction.Split split, ImmutableArray<string> ids)
    {
        if (split.Parts.Length < 2) return new Wrong(Misfit.TooFew, "a claim is split into two parts or more");
        if (Find(split.Claim, out var claim) is { } gone) return gone;
        var parts = new List<Claim>();
        foreach (var (part, id) in split.Parts.Zip(ids.Prepend(claim!.Id)))
        {
            if (Check(part.At) is { } misplaced) return misplaced;
            if (Read(part.Form, id, part.At, claim, out var read) is { } wrong) return wrong;
            parts.Add(read! with { Correction = Next(CorrectionKind.Split, claim), Also = [] });
        }
        _claims[_claims.IndexOf(claim)] = parts[0];
        _claims.AddRange(parts.Skip(1));
        return null;
    }

    private Wrong? Merge(Correction.Merge merge)
    {
        var claims = new List<Claim>();
        foreach (var one in merge.Claims)
        {
            if (Find(one, out var claim) is { } gone) return gone;
            claims.Add(claim!);
        }
        if (claims.Distinct(ReferenceEqualityComparer.Instance).Count() is var several && (several < 2 || several < claims.Count)) return new Wrong(Misfit.TooFew, "two claims or more are merged, each named once");
        var first = claims[0];
        var span = claims.Aggregate(first.Span, (cover, claim) => cover.Cover(claim.Span));
        if (Read(merge.Form, first.Id, QuotedSpan.Of(article, span), first, out var merged) is { } wrong) return wrong;
        _claims[_claims.IndexOf(first)] = merged! with
        {
            Also = [.. claims.SelectMany(claim => claim.Also).Distinct()],
            Correction = new ClaimCorrection(CorrectionKind.Merged, [.. claims.SelectMany(claim => By(claim)).Distinct().Order(), _at], [.. claims.SelectMany(claim => Before(claim))]),
        };
        foreach (var other in claims.Skip(1))
        {
            _claims.Remove(other);
            _dropped.Add(new DroppedClaim(other, "", first.Id, _at));
        }
        return null;
    }

    private ClaimCorrection Next(CorrectionKind how, Claim claim) => new(claim.Correction?.How ?? how, [.. By(claim), _at], Before(claim));

    private static ImmutableArray<int> By(Claim claim) => claim.Correction?.By ?? [];

    private static ImmutableArray<Claim> Before(Claim claim) => claim.Correction?.Before ?? [claim];

    private Wrong? Read(ClaimForm form, string id, QuotedSpan at, Claim? before, out Claim? claim)
    {
        var reading = reader.Read(form, new ClaimPlace(id, at, asOf, article.Language), before);
        claim = reading.Claim;
        return claim is not null ? null : new Wrong(Misfit.FormNotRead, string.Join("; ", reading.Problems)) { Problems = reading.Problems };
    }

    private Wrong? Check(QuotedSpan at)
    {
        if (at.Span.Length == 0 || !article.Body.Contains(at.Span)) return new Wrong(Misfit.OutsideText, $"{at.Span} does not lie in the article, which goes from {article.Body}");
        return at.IsIn(article) ? null : new Wrong(Misfit.OtherWords, $"other words stand at {at.Span}: '{RoleFillings.Shown(article.Quote(at.Span))}'");
    }

    /// <summary>The claim that is meant: that of the id, or where the reader counts otherwise now, the only one of those words and that kind.</summary>
    private Wrong? Find(ClaimRef named, out Claim? claim)
    {
        claim = _claims.FirstOrDefault(one => one.Id == named.Id && named.IsLike(one));
        if (claim is not null) return null;
        if (_dropped.FirstOrDefault(one => one.Claim.Id == named.Id && named.IsLike(one.Claim)) is { } dropped)
            return new Wrong(Misfit.ClaimGone, dropped.Into.Length == 0 ? $"{named.Id} was dropped before" : $"{named.Id} went into {dropped.Into} before");
        var alike = _claims.Where(one => one.Correction is null && named.IsLike(one)).Take(2).ToArray();
        claim = alike.Length == 1 && !_claims.Any(one => one.Correction is not null && one.Id == named.Id) ? alike[0] : null;
        if (claim is not null) return null;
        return _claims.Any(one => one.Id == named.Id)
            ? new Wrong(Misfit.AnotherClaim, $"{named.Id} is not the claim that was corrected: its words, its kind or whom it is of are others")
            : new Wrong(Misfit.ClaimGone, $"there is no claim {named.Id} of those words");
    }
}
