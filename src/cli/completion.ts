import { Argument, type Command } from 'commander'

const SHELLS = ['bash', 'zsh', 'fish'] as const
type Shell = (typeof SHELLS)[number]

/** `xev completion`, and the hidden command that the scripts ask at each press of the Tab key. */
export function registerCompletion(program: Command): void {
  program
    .command('completion')
    .description('Print the script that makes a shell complete commands, options and what stands in the store.')
    .addArgument(new Argument('<shell>', 'which shell').choices(SHELLS))
    .addHelpText(
      'after',
      `
Where to put it:
  bash  source <(xev completion bash)                                 in ~/.bashrc
  zsh   source <(xev completion zsh)                                  in ~/.zshrc, after compinit
  fish  xev completion fish > ~/.config/fish/completions/xev.fish

Examples:
  $ xev completion bash
  $ xev completion fish > xev.fish`,
    )
    .action((shell: Shell) => {
      process.stdout.write(SCRIPTS[shell])
    })
  program
    .command('__complete [words...]', { hidden: true })
    .allowUnknownOption()
    .action(async (words: string[]) => {
      const { completions } = await import('./complete.js')
      const { candidates, files } = await completions(program, words)
      const lines = candidates.map(({ word, about }) => (about === undefined ? word : `${word}\t${about}`))
      process.stdout.write([...lines, ...(files ? [FILES] : [])].map((line) => `${line}\n`).join(''))
    })
}

/** The line that tells the script to complete names of files. */
const FILES = ':files'

const SCRIPTS: Record<Shell, string> = {
  bash: `# completion of xev for bash 4 and later
_xev() {
  local current="\${COMP_WORDS[COMP_CWORD]}" line word
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == '${FILES}' ]]; then
      compopt -o filenames 2>/dev/null
      mapfile -t -O "\${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current")
      continue
    fi
    word="\${line%%$'\\t'*}"
    # behind an open quote the shell wants the word as it is
    if [[ $current != [\\'\\"]* ]]; then printf -v word '%q' "$word"; word="\${word//\\\\,/,}"; fi
    # an option's value and the name before = are words of their own to bash
    COMPREPLY+=("\${word#--*=}")
  done < <("$1" __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _xev xev
`,
  zsh: `#compdef xev
# completion of xev for zsh
_xev() {
  local line files=0
  local -a described plain
  for line in "\${(@f)$("\${words[1]}" __complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    if [[ $line == '${FILES}' ]]; then files=1
    elif [[ $line == *$'\\t'* ]]; then described+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
    elif [[ -n $line ]]; then plain+=("$line")
    fi
  done
  (( \${#described} )) && _describe -t values value described
  (( \${#plain} )) && compadd -U -a plain
  (( files )) && _files
}
if [[ $funcstack[1] == _xev ]]; then _xev "$@"; else compdef _xev xev; fi
`,
  fish: `# completion of xev for fish
function __xev_complete
  set -l before (commandline -opc)
  set -l current (commandline -ct)
  for line in (command $before[1] __complete -- $before[2..] $current 2>/dev/null)
    if test "$line" = '${FILES}'
      __fish_complete_path $current
    else
      printf '%s\\n' $line
    end
  end
end
complete -c xev -f -a '(__xev_complete)'
`,
}
