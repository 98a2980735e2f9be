using System.Collections.Concurrent;
using System.Text;
using Assay.Formats.Records;
using Assay.Storage;
using Assay.Web.Open;
using Assay.Web.Operations;
using Assay.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Articles;

/// <summary>
/// Pages that are the same for everybody, kept as the bytes that are sent. A page that is kept is sent without a look at the store and before anything
/// else is done with the request. What another process wrote is seen within <see cref="Patience"/>, what this one wrote at once; reactions, which move a
/// count and nothing else, within <see cref="PatienceForReactions"/>. Safe to share between threads.
/// </summary>
internal sealed class PageCache(Store store, LiveRecord record, WorkbenchOptions options, WorkbenchMeters meters, TimeProvider time) : IDisposable
{
    /// <summary>How many bytes are kept at most.</summary>
    public const long MostBytes = 128L * 1024 * 1024;

    // What else stands after the question mark (where a reader came from) makes no other page.
    private static readonly string[] Telling = ["lang", "page", "at", "table"];

    // Beyond so many, what this process wrote is noted as one.
    private const int MostNoted = 10_000;

    private readonly ConcurrentDictionary<Key, CachedPage> _pages = new();
    private readonly ConcurrentDictionary<Key, Task<CachedPage?>> _making = new();
    private readonly ConcurrentDictionary<string, long> _written = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _looking = new(1, 1);
    private long _bytes;
    private long _looked = long.MinValue;
    private Revisions _seen;
    private long _reactionsMoved;
    private string _stamp = "";

    // The host stands on a page only where the site's own address is not set.
    private readonly record struct Key(string Path, string Query, string Language, string Host, bool IsHttps);

    /// <summary>How long what other processes wrote may go unseen.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(1);

    /// <summary>How old the counts of other processes' reactions on a page may be.</summary>
    public static TimeSpan PatienceForReactions { get; } = TimeSpan.FromSeconds(5);

    /// <summary>How old a page may be that this process's own reactions came after: a crowd does not have it made for each of them.</summary>
    public static TimeSpan PatienceForOwn { get; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Sends a kept page; else goes on, and notes what the request wrote.</summary>
    public async Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        {
            // Who accepts no page is not sent one: the way on knows the other formats.
            if (OpenPages.TakesPage(context) && Find(context) is { } page)
            {
                meters.LookedUp("pages", isThere: true);
                await page.SendAsync(context);
                return;
            }
            await next(context);
            return;
        }
        await next(context);
        if (context.Response.StatusCode < 400) Written(context.Request.Path.Value ?? "");
    }

    /// <summary>The page kept for a request, or made now and kept; null: there is nothing under the address.</summary>
    /// <param name="context">The request.</param>
    /// <param name="make">Makes the page as HTML; null: there is nothing.</param>
    public async Task<CachedPage?> GetAsync(HttpContext context, Func<Task<string?>> make)
    {
        await LookAsync(context.RequestAborted);
        var key = KeyOf(context);
        if (_pages.TryGetValue(key, out var known) && IsFresh(known)) return known;
        // One makes it, all who ask meanwhile wait for it.
        var mine = new TaskCompletionSource<CachedPage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var making = _making.GetOrAdd(key, mine.Task);
        if (making != mine.Task)
        {
            try
            {
                return await making.WaitAsync(context.RequestAborted);
            }
            catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
            {
                // Whoever made it went away.
                return await MakeAsync(context, key, make);
            }
        }
        try
        {
            var page = await MakeAsync(context, key, make);
            mine.SetResult(page);
            return page;
        }
        catch (OperationCanceledException)
        {
            mine.SetCanceled(CancellationToken.None);
            throw;
        }
        catch (Exception error)
        {
            mine.SetException(error);
            // Seen here, whether or not anybody waits.
            _ = mine.Task.Exception;
            throw;
        }
        finally
        {
            _making.TryRemove(key, out _);
        }
    }

    public void Dispose() => _looking.Dispose();

    private async Task<CachedPage?> MakeAsync(HttpContext context, Key key, Func<Task<string?>> make)
    {
        // Taken before the page is made: what is written meanwhile makes it stale, not wrongly fresh.
        var (stamp, made) = (Volatile.Read(ref _stamp), time.GetTimestamp());
        if (await make() is not { } html)
        {
            Drop(key);
            return null;
        }
        meters.LookedUp("pages", isThere: false);
        var page = new CachedPage(Encoding.UTF8.GetBytes(html), ArticleOf(key.Path), key.Language, stamp, made) { Used = made, Link = context.Response.Headers.Link };
        Keep(key, page);
        return page;
    }

    private CachedPage? Find(HttpContext context)
    {
        // Nothing is sent unlooked that might have changed elsewhere: the request after the pause goes the long way and looks.
        if (!HasLooked() || !_pages.TryGetValue(KeyOf(context), out var page) || !IsFresh(page)) return null;
        page.Used = time.GetTimestamp();
        return page;
    }

    private bool IsFresh(CachedPage page)
    {
        if (page.Stamp != Volatile.Read(ref _stamp)) return false;
        var age = time.GetElapsedTime(page.Made);
        if (page.Made < Volatile.Read(ref _reactionsMoved) && age >= PatienceForReactions) return false;
        return page.Article.Length == 0 || age < PatienceForOwn || !_written.TryGetValue(page.Article, out var written) || page.Made > written;
    }

    private bool HasLooked() => Volatile.Read(ref _looked) is var looked && looked != long.MinValue && time.GetElapsedTime(looked) < Patience;

    private async Task LookAsync(CancellationToken cancellation)
    {
        if (HasLooked()) return;
        await _looking.WaitAsync(cancellation);
        try
        {
            if (HasLooked()) return;
            var at = time.GetTimestamp();
            var revisions = await store.RevisionsAsync(cancellation);
            if (revisions.Reactions != _seen.Reactions) Volatile.Write(ref _reactionsMoved, at);
            _seen = revisions;
            var stamp = $"{revisions.Published} {string.Join(' ', record.Current.Evidence.Packs.Select(pack => pack.Sha256).Append(record.Current.Rules.Sha256))}";
            // The same text stays the same object, so that comparing it is comparing two addresses.
            if (stamp != _stamp) Volatile.Write(ref _stamp, stamp);
            Volatile.Write(ref _looked, at);
        }
        finally
        {
            _looking.Release();
        }
    }

    // A reaction moves counts on the pages of its article; anything else that is sent may move anything.
    private void Written(string path)
    {
        if (_written.Count >= MostNoted)
        {
            _written.Clear();
            _pages.Clear();
            Interlocked.Exchange(ref _bytes, 0);
        }
        if (ArticleOf(path) is { Length: > 0 } article) _written[article] = time.GetTimestamp();
        if (!path.EndsWith("/react", StringComparison.Ordinal) && !path.EndsWith("/reactions.json", StringComparison.Ordinal)) Volatile.Write(ref _looked, long.MinValue);
    }

    private static string ArticleOf(string path) => !path.StartsWith("/a/", StringComparison.Ordinal) ? "" : path.IndexOf('/', 3) is > 0 and var end ? path[..end] : path;

    private void Keep(Key key, CachedPage page)
    {
        if (page.Size > MostBytes / 8) return;
        Drop(key);
        if (_pages.TryAdd(key, page)) Interlocked.Add(ref _bytes, page.Size);
        if (Interlocked.Read(ref _bytes) <= MostBytes) return;
        foreach (var (old, _) in _pages.OrderBy(pair => pair.Value.Used).Take(1 + _pages.Count / 4)) Drop(old);
    }

    private void Drop(Key key)
    {
        if (_pages.TryRemove(key, out var gone)) Interlocked.Add(ref _bytes, -gone.Size);
    }

    /// <summary>What of a query makes another page, in one order and spelling; the rest (where a reader came from) is nobody else's to see.</summary>
    public static string QueryOf(HttpRequest request)
    {
        if (!request.QueryString.HasValue) return "";
        var told = Telling.Select(name => (Name: name, Value: request.Query[name].ToString())).Where(pair => pair.Value.Length > 0).Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}");
        return string.Join('&', told) is { Length: > 0 } query ? $"?{query}" : "";
    }

    private Key KeyOf(HttpContext context)
    {
        var request = context.Request;
        var query = QueryOf(request);
        return options.BaseAddress.Length > 0
            ? new Key(request.Path.Value ?? "/", query, Frames.Language(context), "", IsHttps: true)
            : new Key(request.Path.Value ?? "/", query, Frames.Language(context), request.Host.Value ?? "", request.IsHttps);
    }
}
