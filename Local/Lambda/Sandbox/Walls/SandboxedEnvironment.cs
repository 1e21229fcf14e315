namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>What one environment has of its own.</summary>
/// <param name="Code">The folder of its code on this machine.</param>
/// <param name="Memory">MB.</param>
/// <param name="Storage">MB of its <c>/tmp</c>.</param>
/// <param name="Groups">Its control groups; null where there are none.</param>
internal sealed record SandboxedEnvironment(string Code, int Memory, int Storage, ControlGroup? Groups);
