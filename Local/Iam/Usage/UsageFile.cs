using System.Globalization;
using System.Text.Json;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Iam.Usage;

/// <summary>What the roles did in one run, in a file of its own below the data folder; the last ten are kept.</summary>
internal sealed class UsageFile : IDisposable
{
    private const int Runs = 10;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly Lock _gate = new();
    private readonly string _folder;
    private readonly string _path;
    private readonly Lazy<IReadOnlyList<IReadOnlyList<RoleUse>>> _before;
    private readonly ITimer _timer;
    private Identities? _identities;
    private long _written;

    /// <summary>The file of a run that begins now; nothing is written yet.</summary>
    public UsageFile(string folder, TimeProvider time)
    {
        _folder = folder;
        _path = Path.Combine(folder, time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'.'fff'Z.json'", CultureInfo.InvariantCulture));
        _before = new(() => [.. Files(folder).Where(file => file != _path).Take(Runs - 1).Select(Read)]);
        _timer = Background.CreateTimer(time, "Keeping what roles do", Write);
    }

    /// <summary>From now on these roles are written.</summary>
    public void Follow(Identities identities)
    {
        _identities = identities;
        _timer.Change(Interval, Interval);
    }

    /// <summary>What the other runs counted, newest first; they are over, and are read once.</summary>
    public IReadOnlyList<IReadOnlyList<RoleUse>> Before() => _before.Value;

    /// <summary>What the last runs counted together, with what was granted in the newest.</summary>
    public static IReadOnlyList<RoleUse> Sum(IReadOnlyList<IReadOnlyList<RoleUse>> runs) => runs.Count == 0
        ? []
        :
        [
            .. runs[0].Select(role => runs.Skip(1).SelectMany(run => run)
                .Where(one => one.Role == role.Role)
                .Aggregate(role, (sum, one) => sum.Plus(one))),
        ];

    /// <summary>Every run that is kept, newest first.</summary>
    public static IReadOnlyList<IReadOnlyList<RoleUse>> ReadAll(string folder) => [.. Files(folder).Select(Read)];

    public void Dispose()
    {
        _timer.Dispose();
        Write();
    }

    private static IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.json").OrderDescending(StringComparer.Ordinal)
        : [];

    // One that a killed runner left half-written says nothing.
    private static IReadOnlyList<RoleUse> Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<List<RoleUse>>(File.ReadAllText(file), Options) ?? [];
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException)
        {
            return [];
        }
    }

    private void Write()
    {
        lock (_gate)
        {
            if (_identities is not { } identities || identities.Decisions == _written)
            {
                return;
            }

            _written = identities.Decisions;
            Directory.CreateDirectory(_folder);
            var draft = $"{_path}.draft";
            File.WriteAllText(draft, JsonSerializer.Serialize(identities.Uses, Options));
            File.Move(draft, _path, overwrite: true);
            foreach (var old in Files(_folder).Skip(Runs).ToList())
            {
                File.Delete(old);
            }
        }
    }
}
