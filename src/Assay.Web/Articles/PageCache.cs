using System.Collections.Concurrent;
using System.Text;
using Assay.Formats.Records;
using Assay.Storage;
using Assay.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Articles;

/// <summary>
/// Pages that are the same for everybody, kept as the bytes that are sent. A page that is kept is sent without a look at the store and before anything
/// else is done with the request. What another process wrote is seen within <see cref="Patience"/>, what this one wrote at once; reactions, which move a
/// count and nothing else, within <see cref="PatienceForReactions"/>. Safe to share between threads.
/// </summary>
internal sealed class PageCache(Store store, LiveRecord record, TimeProvider time) : IDisposable
{
    /// <summary>How many bytes are kept at most.</summary>
    public const long MostBytes = 128L * 1024 * 1024;

    private readonly ConcurrentDictionary<(string Path, string Query, string Language), CachedPage> _pages = new();
    private readonly SemaphoreSlim _looking = new(1, 1);
    private long _bytes;
    private long _looked = long.MinValue;
    private Revisions _seen;
    private long _reactionsMoved;
    private string _stamp = "";

    /// <summary>How long what other processes wrote may go unseen.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(1);

    /// <summary>How old the counts of reactions on a page may be.</summary>
    public static TimeSpan PatienceForReactions { get; } = TimeSpan.FromSeconds(5);

    /// <summary>Sends a kept page; else goes on. What this process wrote by a request makes the next look due, and takes the pages of its article away.</summary>
    public async Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            if (Find(context) is { } page)
            {
                await page.SendAsync(context);
                return;
            }
            await next(context);
            return;
        }
        try
        {
            await next(context);
        }
        finally
        {
            Written(request.Path.Value ?? "");
        }
    }

    /// <summary>The page kept for a request, or made now and kept; null: there is nothing under the address.</summary>
    /// <param name="context">The request.</param>
    /// <param name="make">Makes the page as HTML; null: there is nothing.</param>
    public async Task<CachedPage?> GetAsync(HttpContext context, Func<Task<string?>> make)
    {
        await LookAsync(context.RequestAborted);
        // Taken before the page is made: what is written meanwhile makes it stale, not wrongly fresh.
        var (stamp, made) = (Stamp(), time.GetTimestamp());
        var key = KeyOf(context);
        if (_pages.TryGetValue(key, out var known) && IsFresh(known)) return known;
        if (await make() is not { } html)
        {
            Drop(key);
            return null;
        }
        var page = new CachedPage(Encoding.UTF8.GetBytes(html), key.Language, stamp, made) { Used = made };
        Keep(key, page);
        return page;
    }

    /// <summary>Lets go of every page of an article.</summary>
    /// <param name="path">Its path, as <c>/a/k3fj</c>.</param>
    public void Drop(string path)
    {
        foreach (var key in _pages.Keys)
            if (key.Path.StartsWith(path, StringComparison.Ordinal) && (key.Path.Length == path.Length || key.Path[path.Length] == '/')) Drop(key);
    }

    public void Dispose() => _looking.Dispose();

    private CachedPage? Find(HttpContext context)
    {
        // Nothing is sent unlooked that might have changed elsewhere: the request after the pause goes the long way and looks.
        if (time.GetElapsedTime(Volatile.Read(ref _looked)) >= Patience || !_pages.TryGetValue(KeyOf(context), out var page) || !IsFresh(page)) return null;
        page.Used = time.GetTimestamp();
        return page;
    }

    private bool IsFresh(CachedPage page) => page.Stamp == Stamp() && (page.Made >= Volatile.Read(ref _reactionsMoved) || time.GetElapsedTime(page.Made) < PatienceForReactions);

    private async Task LookAsync(CancellationToken cancellation)
    {
        if (Volatile.Read(ref _looked) is var before && before != long.MinValue && time.GetElapsedTime(before) < Patience) return;
        await _looking.WaitAsync(cancellation);
        try
        {
            if (Volatile.Read(ref _looked) is var now && now != long.MinValue && time.GetElapsedTime(now) < Patience) return;
            var at = time.GetTimestamp();
            var revisions = await store.RevisionsAsync(cancellation);
            if (revisions.Reactions != _seen.Reactions) Volatile.Write(ref _reactionsMoved, at);
            _seen = revisions;
            Volatile.Write(ref _stamp, $"{revisions.Published} {KeyOf(record.Current)}");
            Volatile.Write(ref _looked, at);
        }
        finally
        {
            _looking.Release();
        }
    }

    private string Stamp() => Volatile.Read(ref _stamp);

    private static string KeyOf(LoadedRecord record) => string.Join(' ', record.Evidence.Packs.Select(pack => pack.Sha256).Append(record.Rules.Sha256));

    private void Written(string path)
    {
        if (path.StartsWith("/a/", StringComparison.Ordinal)) Drop(path.IndexOf('/', 3) is > 0 and var end ? path[..end] : path);
        Volatile.Write(ref _looked, long.MinValue);
    }

    private void Keep((string Path, string Query, string Language) key, CachedPage page)
    {
        if (page.Size > MostBytes / 8) return;
        Drop(key);
        if (_pages.TryAdd(key, page)) Interlocked.Add(ref _bytes, page.Size);
        if (Interlocked.Read(ref _bytes) <= MostBytes) return;
        foreach (var (old, _) in _pages.OrderBy(pair => pair.Value.Used).Take(1 + _pages.Count / 4)) Drop(old);
    }

    private void Drop((string Path, string Query, string Language) key)
    {
        if (_pages.TryRemove(key, out var gone)) Interlocked.Add(ref _bytes, -gone.Size);
    }

    private static (string Path, string Query, string Language) KeyOf(HttpContext context) => (context.Request.Path.Value ?? "/", context.Request.QueryString.Value ?? "", Frames.Language(context));
}
