using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>The network that a thread is in, and the processes that it starts (network_namespaces(7)).</summary>
internal static class NetworkNamespace
{
    private const int OfNetwork = 0x40000000;
    private const ulong SetFlags = 0x8914;
    private const short UpAndRunning = 0x41;

    /// <summary>Puts the calling thread into a new network, whose loopback works.</summary>
    /// <exception cref="IOException">The user may not.</exception>
    public static void Create()
    {
        Check(Unshare(OfNetwork), "a network cannot be made");
        using var any = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        var loopback = new InterfaceFlags { Name = "lo", Flags = UpAndRunning };
        Check(Control((int)any.Handle, SetFlags, ref loopback), "the loopback of a network cannot be started");
    }

    /// <summary>The network of the calling thread.</summary>
    public static SafeFileHandle Open() => File.OpenHandle("/proc/thread-self/ns/net");

    /// <summary>Puts the calling thread into a network.</summary>
    public static void Enter(SafeFileHandle network) =>
        Check(SetNamespace((int)network.DangerousGetHandle(), OfNetwork), "a network cannot be entered");

    private static void Check(int result, string problem)
    {
        if (result != 0)
        {
            throw new IOException($"{problem}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    [DllImport("libc", EntryPoint = "unshare", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Unshare(int flags);

    [DllImport("libc", EntryPoint = "setns", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetNamespace(int descriptor, int type);

    [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int descriptor, ulong request, ref InterfaceFlags flags);

    // struct ifreq (netdevice(7))
    [StructLayout(LayoutKind.Sequential, CharSet = CharSet.Ansi, Size = 40)]
    private struct InterfaceFlags
    {
        [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 16)]
        public string Name;
        public short Flags;
    }
}
