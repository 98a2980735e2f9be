using Assay.Evidence;
using Assay.Formats;
using Assay.Formats.Linking;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Lint;
using Assay.Tests.Cli;
using Xunit;

namespace Assay.Tests.Linking;

/// <summary>The decisions of a pack: kept, replaced, taken back; and what the pack then says.</summary>
public sealed class LinkBookTests : IDisposable
{
    private static readonly LinkRow Same = new("acme-other", "acme-one", LinkOutcome.Same, "lei", "2025-06-17", "assay", "both have lei:…, and \"quotes\"");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Decisions_are_kept()
    {
        Write();
        var book = LinkBook.Open(_folder.Path);
        book.Set(Same);
        book.Save();
        Assert.Equal([Same], LinkBook.Open(_folder.Path).Rows);
    }

    [Fact]
    public void A_pack_with_decisions_is_a_good_pack()
    {
        Write();
        var book = LinkBook.Open(_folder.Path);
        book.Set(Same);
        book.Save();
        Assert.Empty(PackLint.Check(_folder.Path));
    }

    [Fact]
    public void A_later_decision_of_the_same_two_takes_the_place_of_the_earlier()
    {
        Write();
        var book = LinkBook.Open(_folder.Path);
        book.Set(Same);
        var other = new LinkRow("acme-one", "acme-other", LinkOutcome.Different, "person", "2025-06-18", "ann", "");
        book.Set(other);
        Assert.Equal([other], book.Rows);
        Assert.Equal(other, book.Find("acme-other", "acme-one"));
    }

    [Fact]
    public void A_decision_that_is_taken_out_is_gone()
    {
        Write();
        var book = LinkBook.Open(_folder.Path);
        book.Set(Same);
        book.Save();
        Assert.True(book.Remove(Same));
        book.Save();
        Assert.Empty(LinkBook.Open(_folder.Path).Rows);
    }

    [Fact]
    public void Decisions_that_somebody_else_changed_meanwhile_are_not_overwritten()
    {
        Write();
        var (one, other) = (LinkBook.Open(_folder.Path), LinkBook.Open(_folder.Path));
        one.Set(Same);
        one.Save();
        other.Set(Same with { Outcome = LinkOutcome.Different });
        Assert.Throws<IOException>(other.Save);
        Assert.Equal([Same], LinkBook.Open(_folder.Path).Rows);
    }

    [Theory]
    [InlineData("entity,outcome\n")]
    [InlineData("entity,same_as,outcome,basis,decided,by,note\na,b,perhaps,,,,\n")]
    [InlineData("entity,same_as,outcome,basis,decided,by,note\na,b,same\n")]
    public void A_table_that_cannot_be_read_is_told(string table)
    {
        Write();
        _folder.Write("links.csv", System.Text.Encoding.UTF8.GetBytes(table));
        Assert.NotEmpty(Assert.Throws<InvalidDataFileException>(() => LinkBook.Open(_folder.Path)).Problems);
    }

    [Fact]
    public void A_folder_that_is_no_pack_is_refused() => Assert.Throws<InvalidDataFileException>(() => LinkBook.Open(_folder.Path));

    [Fact]
    public void Linked_entities_are_read_as_one_until_the_decision_is_taken_back()
    {
        Write();
        var book = LinkBook.Open(_folder.Path);
        book.Set(Same);
        book.Save();
        Assert.Equal(new EntityId("acme-one"), EvidencePack.Load(_folder.Path).Links.ReadAs(new EntityId("acme-other")));
        book.Remove(Same);
        book.Save();
        Assert.Equal(new EntityId("acme-other"), EvidencePack.Load(_folder.Path).Links.ReadAs(new EntityId("acme-other")));
    }

    private void Write() => LinkedPack.Write(_folder);
}
