export interface Content {
  value: number;
  unit: string;
}

const list = (text: string): Content[] =>
  text.split(', ').map((one) => {
    const [value, unit] = one.split(' ') as [string, string];
    return { value: Number(value), unit };
  });

const ANY = list('500 g, 1 kg, 1 packet');
const BY_SET: Record<string, Content[]> = {
  '1': list('1 kg, 500 g, 5 kg'),
  '2': list('500 g, 1 kg, 10 fruit'),
  '3': list('1 kg, 5 kg, 10 kg'),
  '4': list('500 ml, 1 l, 250 ml'),
  '6': list('500 g, 200 g, 1 box'),
  '7': list('250 g, 500 g, 1 kg'),
  '9': list('500 ml, 1 l, 250 ml'),
  '10': list('200 g, 100 g, 500 g'),
  '11': list('200 g, 100 g, 500 g'),
  '12': list('100 g, 200 g, 1 box'),
  '14': list('500 ml, 1 l, 2 l'),
  '15': list('750 ml, 500 ml, 1 l'),
  '16': list('500 ml, 1.5 l, 20 l'),
  '17': list('330 ml, 500 ml, 1 l'),
  '18': list('1 box, 1 jar, 100 g'),
  '19': list('250 ml, 100 g, 1 bottle'),
  '20': list('10 ml, 100 ml, 100 g'),
  '21': list('1 piece, 1 set, 1 pair'),
  '22': list('1 piece, 1 set, 1 m'),
  '23': list('1 bunch, 1 pot, 1 branch'),
  '24': list('1 pot, 1 plant'),
  '25': list('1 piece, 1 pair'),
  '26': list('1 person'),
};

/** How much a pack of a product set usually holds, the most usual first: what a household is offered before it types. */
export function usualContents(setCode: string): Content[] {
  return BY_SET[setCode] ?? ANY;
}
