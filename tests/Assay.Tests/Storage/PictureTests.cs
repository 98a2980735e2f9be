using Assay.Storage;
using Assay.Storage.Accounts;
using Assay.Storage.Pictures;
using Xunit;

namespace Assay.Tests.Storage;

public sealed class SqlitePictureTests() : PictureContract(Dialect.Sqlite);

public sealed class PostgreSqlPictureTests() : PictureContract(Dialect.PostgreSql);

/// <summary>Pictures, accounts and keys.</summary>
public abstract class PictureContract(Dialect dialect) : StoreContract(dialect)
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Theory]
    [InlineData("89504E470D0A1A0A00", "image/png")]
    [InlineData("FFD8FFE000", "image/jpeg")]
    [InlineData("47494638396100", "image/gif")]
    [InlineData("52494646AABBCCDD5745425000", "image/webp")]
    [InlineData("3C7376673E", null)]
    [InlineData("52494646AABBCCDD57415645", null)]
    [InlineData("", null)]
    public void The_type_is_what_the_bytes_say(string bytes, string? type) => Assert.Equal(type, Picture.TypeOf(Convert.FromHexString(bytes)));

    [Fact]
    public async Task A_picture_comes_back_byte_for_byte()
    {
        var draft = await Sample.DraftAsync(Store);
        var id = await Store.Pictures.AddAsync(draft, Png, "A mine", "The Paper", "https://example.org/p.png", "ann");
        Assert.Equal(Png, await Store.Pictures.BytesAsync(id));
        var picture = Assert.Single(await Store.Pictures.OfDraftAsync(draft));
        Assert.Equal((id, "image/png", "A mine", null), (picture.Id, picture.Type, picture.Alt, picture.Article));
        Assert.True(await Store.Pictures.DescribeAsync(id, "A pit", "", ""));
        Assert.Equal("A pit", (await Store.Pictures.FindAsync(id))!.Alt);
        Assert.Null(await Store.Pictures.FindAsync("none"));
    }

    [Fact]
    public async Task What_is_too_large_or_no_picture_is_refused()
    {
        var draft = await Sample.DraftAsync(Store);
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Pictures.AddAsync(draft, [.. Png, .. new byte[Picture.MostBytes]], "", "", "", "ann"));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Pictures.AddAsync(draft, "<svg>"u8.ToArray(), "", "", "", "ann"));
        Assert.Empty(await Store.Pictures.OfDraftAsync(draft));
    }

    [Fact]
    public async Task A_picture_is_taken_away_only_while_nothing_published_may_show_it()
    {
        var draft = await Sample.DraftAsync(Store);
        var removed = await Store.Pictures.AddAsync(draft, Png, "", "", "", "ann");
        var kept = await Store.Pictures.AddAsync(draft, Png, "", "", "", "ann");
        Assert.True(await Store.Pictures.RemoveAsync(removed));
        var article = (await Sample.PublishAsync(Store, Sample.Version(), draft: draft)).Article;
        Assert.False(await Store.Pictures.RemoveAsync(kept));
        Assert.Equal([(kept, article)], (await Store.Pictures.OfDraftAsync(draft)).Select(picture => (picture.Id, picture.Article!)));
    }

    [Fact]
    public async Task An_account_is_added_once_and_changed_after()
    {
        Assert.False(await Store.Accounts.AnyAsync());
        await Store.Accounts.SetAsync(new Account("ann", "hash", "editor", "s1", IsDisabled: false));
        await Store.Accounts.SetAsync(new Account("ann", "hash2", "admin", "s2", IsDisabled: true));
        Assert.Equal(new Account("ann", "hash2", "admin", "s2", IsDisabled: true), Assert.Single(await Store.Accounts.AllAsync()));
        Assert.Null(await Store.Accounts.FindAsync("bob"));
    }

    [Fact]
    public async Task A_key_is_kept_as_the_framework_wrote_it()
    {
        await Store.Keys.AddAsync("k1", "<key id=\"1\">ä</key>");
        await Store.Keys.AddAsync("k1", "<key id=\"2\"/>");
        Assert.Equal(["<key id=\"1\">ä</key>"], await Store.Keys.AllAsync());
    }
}
