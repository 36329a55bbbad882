import type { StepId } from './steps.ts'

type StepWords = { readonly label: (officer: string) => string; readonly title: string; readonly means: string; readonly show: string }

const steps: Readonly<Record<StepId, StepWords>> = {
  send: {
    label: (officer) => `Send an invitation from ${officer}’s Outlook`,
    title: 'Press Send, as you would at work',
    means: 'That is all an officer ever does. Every Member gets a real invitation, and Quorate notices it by itself.',
    show: 'Show me',
  },
  answer: {
    label: () => 'Answer it as four Members',
    title: 'Answer it as a Member would',
    means: 'Press Accept, then choose another Member on the left. The officer sees each answer.',
    show: 'Answer for all four',
  },
  decision: {
    label: () => 'Move the clock to the decision',
    title: 'Now let time pass',
    means: 'Fewer than six are coming. At the review, the officers get a card in Teams. Go there in one move, or press Go to what is next.',
    show: 'Go to the decision',
  },
  cancel: {
    label: () => 'Cancel it from the card in Teams',
    title: 'Decide, on the card',
    means: 'Choose Cancel, see what would happen, then say why. Nothing is cancelled until an officer says so.',
    show: 'Show me the card',
  },
  read: {
    label: () => 'Read the texts on their phones',
    title: 'Pick up a phone',
    means: 'At short notice, everyone who was coming is sent a text. Choose a Member whose phone has buzzed.',
    show: 'Show me',
  },
}

export const stepsWords = {
  title: 'Your first ten minutes',
  count: (done: number, all: number) => `${done} of ${all}`,
  stepOf: (number: number, all: number) => `Step ${number} of ${all}`,
  steps,
  answeredSoFar: (done: number, all: number) => `${done} of ${all} have answered. Now you`,
  answerAs: (name: string) => `Press Accept as ${name}, then choose another Member on the left. The officer sees each answer.`,
  takeMeThere: 'Take me there',
  done: 'done',
  next: 'next',
  alone: 'I will explore alone',
  together: 'Show the notes again',
  waiting: 'Wait until it is short notice',
  shortNotice: (day: string) => `If you wait until ${day} it is short notice, and everyone who is coming gets a text as well.`,
  noTexts:
    'No texts went, because there was more than two working days’ notice: Outlook’s cancellation was enough. Go to what is next and see whose phone buzzes.',
  answering: 'Answering for four Members',
  allDone: 'You have seen the whole of it. Everything else is yours to try.',
  undecided: 'No card came. Is the session still below six?',
}
