using Assay.Claims;
using Assay.Claims.Corrections;
using CsCheck;
using Xunit;

namespace Assay.Tests.Corrections;

/// <summary>Whatever is filled in, a form is read or refused, never a fault.</summary>
public sealed class HostileFormTests
{
    private readonly Desk _desk = new("Something is said here of Lemuria.");

    [Fact]
    public void Endless_and_invisible_text_is_refused_in_every_field()
    {
        foreach (var text in (string[])[new string('x', 10_000), new string(';', 10_000), "a\u0000b", "two\nlines", "\u001b[31m", "half \ud83d"])
        {
            var form = Desk.Form(ClaimKind.Membership, text, text, ("member", text), ("body", text)) with { Speaker = text };
            var reading = _desk.Fill(form);
            Assert.Equal(["speaker", "expects", "time", "roles.body", "roles.member"], reading.Problems.Select(problem => problem.Field));
            Assert.All(reading.Problems, problem => Assert.True(problem.ToString().Length < 300 && !problem.ToString().Any(char.IsControl)));
        }
    }

    [Fact]
    public void Kinds_and_stances_that_there_are_not_are_refused()
    {
        Assert.Equal("kind", Assert.Single(_desk.Fill(new ClaimForm { Kind = (ClaimKind)99 }).Problems).Field);
        Assert.Equal("stance", Assert.Single(_desk.Fill(new ClaimForm { Kind = ClaimKind.Other, Stance = (Stance)99 }).Problems).Field);
        Assert.False(ClaimForm.TryKind("ownership share", out _));
        foreach (var kind in Enum.GetValues<ClaimKind>()) Assert.True(ClaimForm.TryKind(ClaimForm.WordOf(kind), out var same) && same == kind);
    }

    [Fact]
    public void More_entities_than_anybody_means_are_refused() =>
        Assert.Contains(_desk.Fill(Desk.Form(ClaimKind.Agreement, "yes", "2024", ("parties", string.Join(';', Enumerable.Repeat("lm", 100))), ("about", "trade"))).Problems, problem => problem.Code == "too-long");

    [Fact]
    public void Any_filling_is_read_or_refused()
    {
        string[] pieces = ["lm", "kraken", "abyss", "uranium", "crude-oil", "25 %", "about", "not", "1st", "more than", "since", "to", "2024", "2024-06-30", "0", "999999999999999", "yes", "no", ";", "/", "\"", "among the", "million tonnes", "as in", "ж", "€", "-", "to ", "mostly", "alliance"];
        var filling = Gen.OneOf(Gen.String[0, 40], Gen.Select(Gen.Int[0, 5], Gen.Int[0, pieces.Length - 1].Array[6], (many, at) => string.Join(' ', at.Take(many).Select(i => pieces[i]))));
        Gen.Select(Gen.Enum<ClaimKind>(), filling.Array[14], filling, filling).Sample((kind, roles, expects, time) =>
        {
            var form = ClaimForm.RolesOf(kind).Zip(roles).Aggregate(new ClaimForm { Kind = kind, Expects = expects, Time = time }, (one, role) => one.With(role.First.Name, role.Second));
            var reading = _desk.Fill(form);
            Assert.Equal(reading.Claim is null, !reading.Problems.IsEmpty);
            if (reading.Claim is { } claim) Assert.NotEmpty(_desk.Assayer.Check(claim).Justification);
        }, iter: 2000, threads: 1);
    }
}
