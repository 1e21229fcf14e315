using Lexicon.Local.Cognito.Api;
using Lexicon.Local.Cognito.Users;

namespace Lexicon.Local.Cognito.OAuth;

/// <summary>
/// What a new password must have, shown before it is typed and ticked while it is, as on Amazon Cognito's pages. The rules are those of
/// the template, by which the password is checked. Without the script they are a plain list.
/// </summary>
internal static class PasswordRulesList
{
    /// <summary>What describes the field.</summary>
    public const string Id = "rules";

    /// <summary>How the rules look: a tick beside what is there already.</summary>
    public const string Style = """
        fieldset { margin: 0; padding: 0; border: 0; font-size: .9375rem } legend { padding: 0 }
        .rules { margin: .25rem 0 0; padding: 0; list-style: none; display: grid; gap: .125rem }
        .rules li::before { content: "○"; display: inline-block; width: 1.5em; color: var(--line) }
        .rules li[data-met]::before { content: "✓"; color: var(--act); font-weight: 700 }
        .said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
        """;

    /// <summary>Ticks the rules of the page, if it has some, and says how many are left once typing pauses.</summary>
    public const string Script = """
        const rules = [...document.querySelectorAll(".rules li")];
        const input = document.querySelector("[aria-describedby=rules]");
        const said = document.querySelector(".rules ~ .said");
        let pause;
        input?.addEventListener("input", () => {
          for (const rule of rules) rule.toggleAttribute("data-met", new RegExp(rule.dataset.pattern).test(input.value));
          const missing = rules.filter(rule => !rule.hasAttribute("data-met")).map(rule => rule.textContent);
          clearTimeout(pause);
          pause = setTimeout(() => { said.textContent = missing.length ? `Missing: ${missing.join(", ")}.` : "The password has all of it."; }, 700);
        });
        """;

    /// <summary>The rules of a pool.</summary>
    public static string Of(PoolDefinition pool) => $"""
        <fieldset id="{Id}"><legend>A password has</legend>
          <ul class="rules">{string.Concat(PasswordPolicy.Rules(pool.Properties.Policies.PasswordPolicy).Select(rule =>
            $"""<li data-pattern="{Page.Text(rule.Pattern)}">{Page.Text(rule.Text)}</li>"""))}</ul>
          <span class="said" role="status"></span>
        </fieldset>
        """;
}
