namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>
/// The files of <c>/etc</c> that name users and hosts. They are Lambda's, not this machine's: its user is
/// <c>sbx_user1051</c>, and nobody learns who else has an account here.
/// </summary>
/// <param name="folder">Where they are written.</param>
internal sealed class EtcFiles(string folder)
{
    private const string Hosts = "/etc/hosts";
    private const string Resolver = "/etc/resolv.conf";

    /// <summary>The ids of Lambda's user.</summary>
    public const int User = 993;
    public const int Group = 990;

    private static readonly Dictionary<string, string> Texts = new()
    {
        ["/etc/passwd"] = $"root:x:0:0:root:/root:/sbin/nologin\nsbx_user1051:x:{User}:{Group}::/home/sbx_user1051:/sbin/nologin\n",
        ["/etc/group"] = $"root:x:0:\nsbx_user1051:x:{Group}:\n",
        ["/etc/nsswitch.conf"] = "passwd: files\ngroup: files\nhosts: files dns\n",
        [Hosts] = "127.0.0.1 localhost\n",
        [Resolver] = "nameserver 127.0.0.1\noptions timeout:1 attempts:1\n",
    };

    /// <summary>Each file, and where the function finds it.</summary>
    public IReadOnlyList<(string Source, string Target)> All { get; private set; } = [];

    /// <summary>Writes them.</summary>
    /// <param name="ownNetwork">Whether functions have a network of their own; else they find hosts as this machine does.</param>
    public void Write(bool ownNetwork)
    {
        Directory.CreateDirectory(folder);
        All = [.. Texts.Keys.Select(target => (Source(target), target))];

        string Source(string target)
        {
            if (!ownNetwork && target is Hosts or Resolver && File.Exists(target))
            {
                return target;
            }

            var file = Path.Combine(folder, Path.GetFileName(target));
            File.WriteAllText(file, Texts[target]);
            return file;
        }
    }
}
